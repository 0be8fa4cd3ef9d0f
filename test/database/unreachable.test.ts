import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../../local/postgres/freePort.ts';
import { call } from '../support/call.ts';
import { freshFunction } from '../support/freshFunction.ts';
import { ownClock, untilTrue } from '../support/ownClock.ts';
import { tcpProxy, through } from '../support/tcpProxy.ts';
import { warnings } from '../support/warnings.ts';

const proxy = await tcpProxy();
const listProducts = () => freshFunction('listProducts', { DATABASE_URL: through(proxy, process.env['DATABASE_URL'] ?? '') });

beforeEach(() => proxy.forNew('pass'));

describe('a connection that was dropped silently', () => {
  // Of the remaining time, 2 s are reserved for the response. A statement may take half of the rest, at most 6 s.
  it.each([
    { remainingMs: 6_000, boundMs: 2_000 },
    { remainingMs: 29_000, boundMs: 6_000 },
  ])('times out after $boundMs ms if $remainingMs ms remain, and a new connection responds', async ({ remainingMs, boundMs }) => {
    const clock = ownClock();
    const handler = await listProducts();
    expect(await call(handler, { remainingMs })).toMatchObject({ status: 200 });
    const seen = await warnings();
    const [taken, lost] = [proxy.taken(), proxy.lost()];
    proxy.dropSilently();
    const answer = call(handler, { remainingMs });
    await untilTrue(() => proxy.lost() > lost);
    clock.pass(boundMs - 1);
    // Waits a moment, so that the test notices a try that times out too early.
    await sleep(20);
    expect(seen).toEqual([]);
    clock.pass(1);
    expect(await answer).toMatchObject({ status: 200 });
    expect(seen).toMatchObject([{ failure: 'unreachable', attempt: 1, error: { message: 'Query read timeout' } }]);
    expect(proxy.taken()).toBe(taken + 1);
  });
});

describe('a connection attempt without a response', () => {
  it('times out early enough for a 503', async () => {
    const clock = ownClock();
    proxy.forNew('swallow');
    const handler = await listProducts();
    const seen = await warnings();
    const taken = proxy.taken();
    const answer = call(handler, { remainingMs: 4_000 });
    // The first try times out after half of the 2 s for the database, and the second try after the other half.
    for (const tries of [1, 2]) {
      await untilTrue(() => proxy.taken() === taken + tries);
      clock.pass(1_000);
    }
    expect(await answer).toMatchObject({ status: 503, headers: { 'Retry-After': '1' }, json: { code: 'database-unavailable' } });
    expect(seen).toMatchObject([1, 2].map((attempt) => ({ failure: 'unreachable', attempt })));
    expect(proxy.taken()).toBe(taken + 2);
  });

  it('times out early enough for a retry that succeeds', async () => {
    const clock = ownClock();
    const handler = await listProducts();
    proxy.forNew('swallow');
    const taken = proxy.taken();
    const answer = call(handler, { remainingMs: 8_000 });
    await untilTrue(() => proxy.taken() === taken + 1);
    proxy.forNew('pass');
    clock.pass(3_000);
    expect(await answer).toMatchObject({ status: 200 });
    expect(proxy.taken()).toBe(taken + 2);
  });
});

describe.each(['53300', '57P03', '57P01', '57P05', '08006'])('a server that rejects connections with %s', (sqlState) => {
  it('is retried until it accepts them', async () => {
    ownClock();
    const handler = await listProducts();
    proxy.forNew({ sqlState });
    const taken = proxy.taken();
    const answer = call(handler, { remainingMs: 8_000 });
    await untilTrue(() => proxy.taken() >= taken + 2);
    proxy.forNew('pass');
    expect(await answer).toMatchObject({ status: 200 });
    expect(proxy.taken()).toBeGreaterThan(taken + 2);
  });
});

/**
 * Calls the function with 3.5 s: 2 s for the response and 1.5 s for the database. Each warning of a failed try moves the clock by 0.5 s. So the
 * function tries four times: after 0, 0.5, 1.0 and 1.5 s. Returns the response and the warnings.
 */
async function askedToTheEnd(handler: Awaited<ReturnType<typeof listProducts>>) {
  const clock = ownClock();
  const seen = await warnings(() => clock.move(500));
  const answer = await call(handler, { remainingMs: 3_500 });
  return { answer, seen };
}

const overloaded = { status: 503, headers: { 'Retry-After': '1' }, json: { code: 'overloaded' } };

it.each(['53300', '57P03'])('a server that keeps rejecting with %s causes a 503 overloaded before the deadline', async (sqlState) => {
  proxy.forNew({ sqlState });
  const taken = proxy.taken();
  const { answer, seen } = await askedToTheEnd(await listProducts());
  expect(answer).toMatchObject(overloaded);
  expect(seen).toMatchObject([1, 2, 3, 4].map((attempt) => ({ attempt, failure: 'overloaded' })));
  expect(proxy.taken()).toBe(taken + 4);
});

it('refused connections are retried, then cause a 503 overloaded', async () => {
  const url = new URL(process.env['DATABASE_URL'] ?? '');
  url.host = `127.0.0.1:${await freePort()}`;
  const { answer, seen } = await askedToTheEnd(await freshFunction('listProducts', { DATABASE_URL: url.href }));
  expect(answer).toMatchObject(overloaded);
  expect(seen).toMatchObject([1, 2, 3, 4].map((attempt) => ({ attempt, failure: 'overloaded' })));
});
