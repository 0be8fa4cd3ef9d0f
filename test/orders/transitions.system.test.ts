import { describe, expect, it, vi } from 'vitest';
import { stockOf } from '../support/make.ts';
import { advanceOrder, cancelOrder } from '../support/orderCalls.ts';
import { withoutTimeLimits } from '../support/timeLimits.ts';
import { eventsOf, place } from './orderLife.ts';

// A pool of 8, because this process acts for 8 environments with one connection each.
vi.hoisted(() => Object.assign(process.env, { DATABASE_POOL_MAX: '8' }));
withoutTimeLimits();

describe('advance', () => {
  it('succeeds for one of 8 concurrent requests, in 20 rounds', async () => {
    for (let round = 0; round < 20; round++) {
      const { order } = await place();
      const answers = await Promise.all(Array.from({ length: 8 }, () => advanceOrder(order.id, 'processing')));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
      expect(await eventsOf(order.id)).toEqual(['order.placed pending', 'order.advanced processing']);
    }
  });
});

describe('cancel', () => {
  it('returns the stock once for 8 concurrent requests, in 20 rounds', async () => {
    for (let round = 0; round < 20; round++) {
      const { subject, order, teapot } = await place();
      const answers = await Promise.all(Array.from({ length: 8 }, () => cancelOrder(subject, order.id)));
      expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
      expect(await stockOf(teapot.id)).toBe(5);
      expect(await eventsOf(order.id)).toEqual(['order.placed pending', 'order.cancelled cancelled']);
    }
  });

  it('and a concurrent advance write their events in a valid sequence', async () => {
    for (let round = 0; round < 20; round++) {
      const { subject, order, teapot } = await place();
      const [cancelled, advanced] = await Promise.all([cancelOrder(subject, order.id), advanceOrder(order.id, 'processing')]);
      expect(cancelled.status).toBe(200);
      expect([200, 409]).toContain(advanced.status);
      expect(await stockOf(teapot.id)).toBe(5);
      const between = advanced.status === 200 ? ['order.advanced processing'] : [];
      expect(await eventsOf(order.id)).toEqual(['order.placed pending', ...between, 'order.cancelled cancelled']);
    }
  });
});
