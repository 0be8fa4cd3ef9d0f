import { expect, it } from 'vitest';
import { runChaos } from '../chaos/chaos.ts';

it('keeps 500 orders exactly once while environments are killed, sessions are terminated and the server crashes', async () => {
  const { holdings, placed, surprises, environmentsKilled, backendsTerminated, serverCrashes } = await runChaos({ orders: 500 });
  expect(surprises).toEqual([]);
  expect(placed).toBe(500);
  expect(holdings).toEqual({
    orders: 500,
    keysTwice: 0,
    wrongTotals: 0,
    negativeStocks: 0,
    unitsAstray: 0,
    booksAstray: 0,
    ordersWithoutEvent: 0,
  });
  // It was chaos.
  expect(environmentsKilled).toBeGreaterThanOrEqual(5);
  expect(backendsTerminated).toBeGreaterThanOrEqual(10);
  expect(serverCrashes).toBe(1);
}, 180_000);
