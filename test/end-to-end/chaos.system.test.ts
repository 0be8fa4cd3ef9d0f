import { expect, it } from 'vitest';
import { runChaos } from '../chaos/chaos.ts';

it('loses and duplicates none of 250 orders while environments are killed, sessions are terminated and the server crashes', async () => {
  const { happened, holdings, faults } = await runChaos({ orders: 250, requestsPerKill: 60, keepsSessions: true });
  expect(faults).toEqual([]);
  expect(holdings).toEqual({
    orders: 250,
    keysTwice: 0,
    negativeStocks: 0,
    wrongStocks: 0,
    wrongPayments: 0,
    wrongTotals: 0,
    wrongSequences: 0,
  });
  // Every kind of request, payment and failure happened.
  expect(Object.keys(happened).filter((kind) => happened[kind] === 0)).toEqual([]);
  expect(happened['environmentsKilled']).toBeGreaterThanOrEqual(5);
  expect(happened['sessionsTerminated']).toBeGreaterThanOrEqual(10);
}, 180_000);
