import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];

/** What a test without a browser is skipped for. */
export const chromium = 'Chromium (apt-get install chromium, or name one with CHROMIUM)';

/** The browser that this machine has; `CHROMIUM` names another. Undefined where there is none. */
export const browserPath: string | undefined = process.env['CHROMIUM'] || places.find((place) => existsSync(place));

/** Starts it without a window. Root may not use its sandbox; what it opens is a page of our own. */
export async function openBrowser(executablePath: string): Promise<Browser> {
  const playwright = await import('playwright-core');
  return playwright.chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}
