import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { needs } from '../support/needs.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { browserPath, chromium, openBrowser } from './browser.ts';
import { reportPage } from './report.ts';
import type { LoadResult, ProfileResult } from './result.ts';
import { throttlingOf, verdictOf } from './verdict.ts';

const screenshots = path.join(import.meta.dirname, 'report');

function profile(name: string, serverErrors: Record<string, number>): ProfileResult {
  const seconds = Array.from({ length: 20 }, (_, atS) => ({
    ...{ atS, ok: 40 + (atS % 5), throttled: atS === 4 ? 90 : 0, clientErrors: 0, serverErrors: atS % 7 },
    ...{ p50Ms: atS === 9 ? null : 5 + atS, p95Ms: atS === 9 ? null : 50 + atS, p99Ms: atS === 9 ? null : 400 * (atS + 1) },
  }));
  const samples = Array.from({ length: 80 }, (_, index) => ({
    ...{ atS: index / 4, held: index === 40 ? null : Math.min(34, index), active: index === 40 ? null : index % 6 },
    ...{ busy: index % 9, frozen: Math.min(30, index) },
  }));
  return {
    ...{ name, seconds, samples, serverErrors, clientErrors: {}, broken: [], requests: 900, ok: 800, throttled: 90, orders: 120 },
    ...{ latencyMs: { p50: 12, p95: 80, p99: 400 }, concurrency: 34, coldStarts: 34, peakEnvironments: 34, peakConnections: 34 },
    ...{ refused: { '53300': 0 }, statementsPerRequest: 1.1, ordersPerSecond: 6, harnessCores: 0.4 },
  };
}

const result: LoadResult = {
  ...{ startedAt: '2026-01-02T03:04:05.678Z', scenario: 'spike', rate: 50, durationS: 20, slots: 40, delayMs: 0, url: null },
  machine: { processors: 2, memoryGb: 4 },
  profiles: [profile('tutorial', { '500 <script>alert(1)</script>': 10 }), profile('tuned', {})],
};

test('the report loads nothing from a server, and escapes HTML in errors', async () => {
  const page = await reportPage(result);
  // Only uPlot's licence line may contain an address.
  expect(page.replaceAll('https://github.com/leeoniya/uPlot', '')).not.toMatch(/https?:\/\//);
  expect(page).not.toContain('<script>alert');
  expect(page).toContain('&lt;script&gt;alert(1)');
});

test('the report begins with the verdict and marks the best value of each row', async () => {
  const page = await reportPage(result);
  expect(page).toContain(
    '<p class="verdict">tuned answered 800 of 900 requests (89 %), failed none, throttled 90, with at most 34 of 40 connections; tutorial answered 800, failed 10 with 5xx, throttled 90.</p>',
  );
  expect(page).toContain('<th scope="row">5xx</th><td>10</td><td class="best">0</td>');
  expect(page).toContain('40 slots (max_connections) · no network delay added · 2 processors · 2026-01-02 03:04 UTC</p>');
  expect(await reportPage({ ...result, delayMs: 1 })).toContain(' · 1 ms network delay added · ');
  // No value is the best if all are equal.
  expect(page).toContain('<th scope="row">2xx</th><td>800</td><td>800</td>');
});

test('the report explains why a cap below the slots throttles callers, and shows error responses in full', async () => {
  const message =
    '500 remaining connection slots are reserved for roles with the SUPERUSER attribute, and for other roles that the server knows';
  const page = await reportPage({ ...result, profiles: [profile('tuned', { [message]: 1 })] });
  expect(page).toContain('<p>tuned (cap 34) throttled callers to protect the database: ');
  expect(page).toContain(`1 × ${message}`);
  expect(page).not.toContain('class="best"');
});

test.each([
  ['tuned', 34, 40, /^tuned .* to protect the database/],
  ['sequelize-docs', 20, 40, /^sequelize-docs .* to protect the database/],
  ['sequelize-docs', 50, 100, /^sequelize-docs .* only because this machine/],
  ['tutorial', 50, 100, /^tutorial .* only because this machine/],
] as const)('explains why %s with a cap of %i and %i slots throttles callers', (name, concurrency, slots, reason) => {
  expect(throttlingOf([{ ...profile(name, {}), concurrency }], slots)).toEqual([expect.stringMatching(reason)]);
});

test.each([
  ['tutorial', 20, 40],
  ['tuned', 40, 40],
])('explains no throttle of %s with a cap of %i and %i slots', (name, concurrency, slots) => {
  expect(throttlingOf([{ ...profile(name, {}), concurrency }], slots)).toEqual([]);
});

test('the report of a deployed stage contains no database figures', async () => {
  const deployed = { ...profile('deployed', {}), ...{ concurrency: null, peakConnections: null, refused: null, samples: [] } };
  const page = await reportPage({ ...result, slots: null, url: 'a stage', profiles: [deployed] });
  expect(page).toContain('deployed answered 800 of 900 requests (89 %), failed none, throttled 90.');
  expect(page).not.toMatch(/data-kind="connections"|to protect the database/);
});

test('the verdict says how many connections the database refused', () => {
  const refusing = { ...profile('tutorial', { '500 sorry, too many clients already': 4 }), refused: { '53300': 7 } };
  expect(verdictOf({ ...result, profiles: [refusing, profile('tuned', {})] })).toMatch(
    /; tutorial answered 800, failed 4 with 5xx because the database refused 7 connections, throttled 90\.$/,
  );
});

test('the verdict ranks a profile with violated invariants last', () => {
  const broken = { ...profile('fast', {}), ok: 900, broken: ['1 key has two orders'] };
  expect(verdictOf({ ...result, profiles: [broken, profile('tuned', {})] })).toMatch(
    /^tuned .*; fast answered 900, failed none, throttled 90, BROKE ITS INVARIANTS\.$/,
  );
});

let browser: Browser | undefined;
afterAll(() => browser?.close());

describe('in a browser', () => {
  needs(chromium, browserPath !== undefined);

  test.each([
    ['light', 1200],
    ['dark', 1200],
    ['light', 390],
    ['dark', 390],
    ['light', 768],
  ] as const)('draws every chart of four profiles in %s at a width of %i', async (colorScheme, width) => {
    const file = path.join(await temporaryFolder(), 'report.html');
    await writeFile(
      file,
      await reportPage({ ...result, profiles: [...result.profiles, profile('sequelize-docs', {}), profile('proxy', {})] }),
    );
    browser ??= await openBrowser(browserPath ?? '');
    const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
    onTestFinished(() => page.close());
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(pathToFileURL(file).href);
    await page.waitForSelector('canvas');
    const charts = await page.locator('.chart').count();
    expect(charts).toBe(12);
    // The share of each canvas's pixels that are not transparent. The axes alone make up about 1 %.
    const inks: number[] = await page.evaluate(
      `Array.from(document.querySelectorAll('.chart canvas'), (canvas) => {
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      return data.filter((value, index) => index % 4 === 3 && value > 0).length / (canvas.width * canvas.height);
    })`,
    );
    expect(inks).toHaveLength(charts);
    for (const ink of inks) expect(ink).toBeGreaterThan(0.02);
    const overflow: number = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    // The table is not cut off, and each legend names its lines.
    const cells: number[] = await page.evaluate(
      "Array.from(document.querySelectorAll('td, th'), (cell) => cell.getBoundingClientRect().right)",
    );
    expect(Math.max(...cells)).toBeLessThanOrEqual(width);
    expect(await page.locator('.legend').allInnerTexts()).toEqual([
      expect.stringContaining('connections held'),
      expect.stringContaining('throttled by Lambda'),
      expect.stringContaining('p95'),
    ]);
    expect(await page.locator('body').innerText()).not.toContain('--');
    await page.locator('.chart').first().hover();
    expect(await page.locator('.readout').first().innerText()).toMatch(/^At [\d.]+ s: connections held \d+/);
    expect(complaints).toEqual([]);
    await mkdir(screenshots, { recursive: true });
    await page.screenshot({ path: path.join(screenshots, `test-${colorScheme}-${width}.png`), fullPage: true });
  });
});
