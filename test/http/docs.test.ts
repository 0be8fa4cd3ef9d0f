import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../local/directory.ts';
import { browserPath, openBrowser } from '../load/browser.ts';
import { type HttpApi, openHttpApi } from '../support/httpApi.ts';
import { makeCustomer, makeProducts, ordersOf } from '../support/make.ts';

const screenshots = path.join(root, 'test/load/report');

let api: HttpApi;
let browser: Browser;

beforeAll(async () => {
  if (!browserPath)
    return console.log('No chromium here: the page of the documentation is not looked at. Debian: apt-get install chromium');
  api = await openHttpApi();
  await makeProducts(3);
  browser = await openBrowser(browserPath);
  await mkdir(screenshots, { recursive: true });
});

afterAll(async () => {
  await browser?.close();
  await api?.close();
});

/** The page as somebody sees it, and whatever it complained of or asked of another host. */
async function openDocs(colorScheme: 'light' | 'dark', width: number) {
  const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on(
    'request',
    (request) => !/^data:/.test(request.url()) && !request.url().startsWith(`${api.url}/`) && complaints.push(request.url()),
  );
  await page.goto(`${api.url}/docs`);
  await page.waitForSelector('.opblock');
  return { page, complaints };
}

test.skipIf(!browserPath).for([
  ['light', 1280],
  ['dark', 1280],
  ['light', 390],
  ['dark', 390],
] as const)('shows every route, in %s, %i wide, and asks nothing of another host', async ([colorScheme, width]) => {
  const { page, complaints } = await openDocs(colorScheme, width);
  expect(await page.locator('.opblock:visible').count()).toBe(10);
  await page.locator('#operations-Orders-placeOrder .opblock-summary-control').click();
  await page.waitForSelector('#operations-Orders-placeOrder .responses-table');
  const overflow: number = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  await page.screenshot({
    path: path.join(screenshots, `docs-${colorScheme}-${width}.png`),
    fullPage: width > 640 && colorScheme === 'light',
  });
  expect(overflow).toBeLessThanOrEqual(0);
  const background: string = await page.evaluate('getComputedStyle(document.body).backgroundColor');
  expect(background).toBe(colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(28, 32, 34)');
  expect(complaints).toEqual([]);
  await page.close();
});

test.skipIf(!browserPath)('places an order from the page, with a token that was pasted', async () => {
  const customer = await makeCustomer();
  const { page, complaints } = await openDocs('light', 1280);
  await page.locator('.auth-wrapper .authorize').first().click();
  await page.locator('.auth-container input').fill(await api.token({ sub: customer.authSubject }));
  await page.locator('.auth-btn-wrapper .authorize').click();
  await page.locator('.btn-done').click();
  await page.locator('#operations-Orders-placeOrder .opblock-summary-control').click();
  const order = page.locator('#operations-Orders-placeOrder');
  await order.locator('textarea.body-param__text').fill('{"items":[{"productId":1,"quantity":1}]}');
  await order.locator('.execute').click();
  await order.locator('.live-responses-table .response').first().waitFor();
  const answer = await order.locator('.live-responses-table').innerText();
  expect(answer).toMatch(/201/);
  expect(answer).toContain('"lineItems"');
  expect(await ordersOf(customer.id)).toBe(1);
  await page.screenshot({ path: path.join(screenshots, 'docs-tried.png') });
  expect(complaints).toEqual([]);
});
