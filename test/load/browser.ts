import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];

/** The browser's name in the message about skipped tests. */
export const chromium = 'Chromium (apt-get install chromium, or set CHROMIUM to its path)';

/** The path in `CHROMIUM`, or the path of an installed browser; undefined if there is none. */
export const browserPath: string | undefined = process.env['CHROMIUM'] || places.find((place) => existsSync(place));

/** Starts the browser without a window. Root cannot use the browser's sandbox, and does not need it, because we open only our own page. */
export async function openBrowser(executablePath: string): Promise<Browser> {
  const playwright = await import('playwright-core');
  return playwright.chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}
