import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../local/directory.ts';
import { browserPath, chromium, openBrowser } from '../load/browser.ts';
import { operations } from '../support/description.ts';
import { openHttpApi } from '../support/httpApi.ts';
import { makeCustomer, makeProducts, ordersOf } from '../support/make.ts';
import { needs } from '../support/needs.ts';

// The page hides the HEAD route of each GET.
const routes = operations.filter(({ method }) => method !== 'HEAD');
const screenshots = path.join(root, 'test/load/report');

needs(chromium, browserPath !== undefined);

const api = await openHttpApi();
let browser: Browser;

beforeAll(async () => {
  if (!browserPath) return;
  await makeProducts(3);
  browser = await openBrowser(browserPath);
  await mkdir(screenshots, { recursive: true });
});

afterAll(() => browser?.close());

/** One test for everything on the page, because loading the page takes seconds of CPU. */
test('the page shows every route in light and dark, wide and narrow, places an order, and sends no request to another host', async () => {
  const customer = await makeCustomer();
  const page = await browser.newPage({ colorScheme: 'dark', viewport: { width: 1280, height: 900 } });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith('data:') && !request.url().startsWith(`${api.url}/`)) complaints.push(request.url());
  });
  const shot = (name: string) => page.screenshot({ path: path.join(screenshots, `docs-${name}.png`) });
  await page.goto(`${api.url}/docs`);
  await page.waitForSelector('.opblock');
  expect(await page.locator('.opblock:visible').count()).toBe(routes.length);

  const order = page.locator('#operations-Orders-placeOrder');
  await order.locator('.opblock-summary-control').click();
  await order.locator('.responses-table').waitFor();
  for (const [colorScheme, background] of [
    ['dark', 'rgb(28, 32, 34)'],
    ['light', 'rgb(255, 255, 255)'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await expect.poll(() => page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(background);
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0);
      await shot(`${colorScheme}-${width}`);
    }
  }

  const listing = page.locator('#operations-Catalogue-listProducts');
  await listing.locator('.opblock-summary-control').click();
  const cursor = listing.locator('tr[data-param-name="cursor"]');
  await cursor.waitFor();
  expect(await cursor.locator('input').inputValue()).toBe('');
  expect(await cursor.innerText()).toContain('Example: ');

  await page.locator('.auth-wrapper .authorize').first().click();
  await page.locator('.auth-container input').fill(await api.token({ sub: customer.authSubject }));
  await page.locator('.auth-btn-wrapper .authorize').click();
  await page.locator('.btn-done').click();
  await order.locator('textarea.body-param__text').fill('{"items":[{"productId":1,"quantity":1}]}');
  await order.locator('.execute').click();
  await order.locator('.live-responses-table .response').first().waitFor();
  const answer = await order.locator('.live-responses-table').innerText();
  expect(answer).toMatch(/201/);
  expect(answer).toContain('"lineItems"');
  expect(await ordersOf(customer.id)).toBe(1);
  await order.locator('.live-responses-table').scrollIntoViewIfNeeded();
  await shot('tried');
  expect(complaints).toEqual([]);
});

test('the Content-Security-Policy forbids requests of the page to another host', async () => {
  const { headers } = await fetch(`${api.url}/docs`);
  expect(headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; script-src 'sha256-[^ ]+'; style-src 'sha256-[^ ]+'; .*connect-src 'self'/,
  );
});
