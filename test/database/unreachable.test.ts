import { beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { freePort } from '../../local/freePort.ts';
import { call } from '../support/call.ts';
import { freshFunction } from '../support/freshFunction.ts';
import { tcpProxy, through } from '../support/tcpProxy.ts';

const { hostname, port } = new URL(inject('adminUrl'));
const proxy = await tcpProxy({ host: hostname, port: Number(port) });
const listProducts = () => freshFunction('listProducts', { DATABASE_URL: through(proxy, process.env['DATABASE_URL'] ?? '') });

async function timed<Result>(work: Promise<Result>): Promise<{ result: Result; ms: number }> {
  const begun = performance.now();
  return { result: await work, ms: performance.now() - begun };
}

beforeEach(() => proxy.forNew('pass'));

describe('a connection that was dropped without a word', () => {
  it('costs one bounded wait, then a fresh one answers', async () => {
    const handler = await listProducts();
    expect(await call(handler)).toMatchObject({ status: 200 });
    const taken = proxy.taken();
    proxy.dropSilently();
    const { result, ms } = await timed(call(handler, { remainingMs: 6_000 }));
    expect(result).toMatchObject({ status: 200 });
    // Half of what the invocation has for the database: 6 s without the 2 s for its answer.
    expect(ms).toBeGreaterThan(1_900);
    expect(ms).toBeLessThan(3_500);
    expect(proxy.taken()).toBe(taken + 1);
  });

  it('costs 6 s at most, however long the function may run', async () => {
    const handler = await listProducts();
    expect(await call(handler)).toMatchObject({ status: 200 });
    proxy.dropSilently();
    const { result, ms } = await timed(call(handler, { remainingMs: 29_000 }));
    expect(result).toMatchObject({ status: 200 });
    expect(ms).toBeLessThan(7_500);
  });
});

describe('a connect that nobody answers', () => {
  it('is given up in time for an honest answer', async () => {
    proxy.forNew('swallow');
    const { result, ms } = await timed(call(await listProducts(), { remainingMs: 4_000 }));
    expect(result).toMatchObject({ status: 503, headers: { 'Retry-After': '1' }, json: { code: 'database-unavailable' } });
    expect(ms).toBeLessThan(4_000);
  });

  it('does not keep the next from being answered', async () => {
    const handler = await listProducts();
    proxy.forNew('swallow');
    setTimeout(() => proxy.forNew('pass'), 500);
    expect(await call(handler, { remainingMs: 8_000 })).toMatchObject({ status: 200 });
  });
});

describe.each(['53300', '57P03', '57P01', '57P05', '08006'])('a server that refuses with %s', (sqlState) => {
  it('is asked again until it does not', async () => {
    const handler = await listProducts();
    proxy.forNew({ sqlState });
    const taken = proxy.taken();
    const answer = call(handler, { remainingMs: 8_000 });
    await vi.waitUntil(() => proxy.taken() >= taken + 2, { timeout: 6_000, interval: 5 });
    proxy.forNew('pass');
    expect(await answer).toMatchObject({ status: 200 });
    expect(proxy.taken()).toBeGreaterThan(taken + 2);
  });
});

it.each(['53300', '57P03'])('a server that refuses with %s to the end is overloaded, and says so in time', async (sqlState) => {
  proxy.forNew({ sqlState });
  const { result, ms } = await timed(call(await listProducts(), { remainingMs: 3_500 }));
  expect(result).toMatchObject({ status: 503, headers: { 'Retry-After': '1' }, json: { code: 'overloaded' } });
  expect(ms).toBeLessThan(3_500);
});

it('refused connections are asked again, then overloaded', async () => {
  const url = new URL(process.env['DATABASE_URL'] ?? '');
  url.host = `127.0.0.1:${await freePort()}`;
  const { result, ms } = await timed(call(await freshFunction('listProducts', { DATABASE_URL: url.href }), { remainingMs: 3_500 }));
  expect(result).toMatchObject({ status: 503, headers: { 'Retry-After': '1' }, json: { code: 'overloaded' } });
  expect(ms).toBeGreaterThan(300);
  expect(ms).toBeLessThan(3_500);
});
