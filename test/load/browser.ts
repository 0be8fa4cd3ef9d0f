import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];

/** The name of the browser in the reason of a skipped test. */
export const chromium = 'Chromium (apt-get install chromium, or name one with CHROMIUM)';

/** The path of the browser on this machine, or of the one that `CHROMIUM` names. Undefined without a browser. */
export const browserPath: string | undefined = process.env['CHROMIUM'] || places.find((place) => existsSync(place));

/** Starts the browser without a window, and for root without a sandbox, which root cannot use. The browser opens only our own page. */
export async function openBrowser(executablePath: string): Promise<Browser> {
  const playwright = await import('playwright-core');
  return playwright.chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}
