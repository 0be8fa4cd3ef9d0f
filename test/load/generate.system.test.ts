import { expect, onTestFinished, test, vi } from 'vitest';
import { openLocalServer } from '../../local/http/localServer.ts';
import { type Arrival, planArrivals, shareOut } from './arrivals.ts';
import { caller } from './caller.ts';
import { generate } from './generate.ts';
import { Recorder } from './recorder.ts';
import { scenarios } from './scenarios.ts';

function plan(name: string, rate: number, durationS: number): Arrival[] {
  const scenario = scenarios[name];
  if (scenario === undefined) throw new Error(`there is no scenario ${name}`);
  return planArrivals(scenario, rate, durationS);
}

const between = (arrivals: readonly Arrival[], fromS: number, toS: number) =>
  arrivals.filter(({ atMs }) => atMs >= fromS * 1000 && atMs < toS * 1000).length;

test('plans requests at the configured rate and at random times, which are the same in every run', () => {
  const arrivals = plan('mixed', 100, 60);
  // 240 is about three standard deviations of a Poisson distribution with a mean of 6,000.
  expect(Math.abs(arrivals.length - 6000)).toBeLessThan(240);
  expect(arrivals).toEqual(plan('mixed', 100, 60));
  const orders = arrivals.filter(({ functionName }) => functionName === 'placeOrder').length;
  expect(orders / arrivals.length).toBeCloseTo(0.2, 1);
});

test('plans a spike as a pause, 500 requests within 2 s, a steady rate, and a pause', () => {
  const arrivals = plan('spike', 50, 20);
  expect(between(arrivals, 0, 2)).toBe(0);
  expect(Math.abs(between(arrivals, 2, 4) - 500)).toBeLessThan(70);
  expect(Math.abs(between(arrivals, 4, 17) - 650)).toBeLessThan(80);
  expect(between(arrivals, 17.1, 20)).toBe(0);
});

test('plans a freeze as a steady rate, a pause, and the same rate again', () => {
  const arrivals = plan('freeze', 50, 20);
  expect(between(arrivals, 7.1, 13.9)).toBe(0);
  expect(between(arrivals, 0, 7)).toBeGreaterThan(250);
  expect(between(arrivals, 14, 20)).toBeGreaterThan(200);
});

test('distributes all environments over the functions, at least one to each', () => {
  for (const total of [4, 7, 34, 50]) {
    const shares = [...shareOut({ listProducts: 0.4, getProduct: 0.25, placeOrder: 0.2, listOrders: 0.15 }, total).values()];
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(1);
  }
});

/** A server that responds with the status in the path: /products/<status>. */
async function serverWith(answer: (path: string) => { status: number; body?: unknown }) {
  const { server, url } = await openLocalServer({}, {}, (request, response) => {
    const { status, body = {} } = answer(request.url ?? '');
    response.writeHead(status).end(JSON.stringify(body));
  });
  onTestFinished(() => void server.close());
  return url;
}

const arrival = (atMs: number, functionName: Arrival['functionName'] = 'getProduct'): Arrival => ({ atMs, functionName, choice: 0 });

async function outcomes(answer: Parameters<typeof serverWith>[0], arrivals: readonly Arrival[]) {
  const callers = caller({ url: await serverWith(answer), tokens: ['t'], productIds: [7, 8], runId: 'test' });
  const recorder = new Recorder();
  await generate(arrivals, 0, callers, recorder, new AbortController().signal);
  callers.close();
  return recorder.counts();
}

test.each([
  [{ status: 200 }, { ok: 1 }],
  [
    { status: 503, body: { message: 'Service Unavailable' } },
    { throttled: 1, serverErrors: {} },
  ],
  [
    { status: 429, body: { message: 'Too Many Requests' } },
    { throttled: 1, clientErrors: {} },
  ],
  [
    { status: 503, body: { code: 'overloaded' } },
    { throttled: 0, serverErrors: { '503 overloaded': 1 } },
  ],
  [
    { status: 500, body: { message: 'Internal Server Error' } },
    { throttled: 0, serverErrors: { '500 Internal Server Error': 1 } },
  ],
  [{ status: 500, body: { error: 'sorry, too many clients already' } }, { serverErrors: { '500 sorry, too many clients already': 1 } }],
  [{ status: 409, body: { code: 'insufficient-stock' } }, { clientErrors: { '409 insufficient-stock': 1 } }],
])('classifies %j', async (answer, counts) => {
  expect(await outcomes(() => answer, [arrival(0)])).toMatchObject(counts);
});

test('sends requests without waiting for earlier responses, and measures each latency from the planned time', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  onTestFinished(() => void vi.useRealTimers());
  // The server responds only after all three requests, 400 ms after the first.
  let asked = 0;
  const { promise: answers, resolve } = Promise.withResolvers<void>();
  const send = async () => {
    if (++asked === 3) {
      vi.advanceTimersByTime(400);
      resolve();
    }
    await answers;
    return { kind: 'ok' } as const;
  };
  // The last request was planned a second ago and is sent only now, so its latency includes that second.
  const latencies: number[] = [];
  const recorder = { add: (_: Arrival, __: unknown, latencyMs: number) => void latencies.push(latencyMs) };
  const arrivals = [0, 50, -1000].map((atMs) => arrival(atMs));
  await generate(arrivals, 0, { send }, recorder, new AbortController().signal);
  expect(latencies).toEqual([400, 350, 1400]);
});

test('counts placed orders, but not lists of orders', async () => {
  const seen: string[] = [];
  const { orders } = await outcomes(
    (path) => {
      seen.push(path);
      return { status: 201 };
    },
    [arrival(0, 'placeOrder'), arrival(1, 'listOrders')],
  );
  expect([orders, seen.toSorted()]).toEqual([1, ['/orders', '/orders']]);
});

test('sends a request again if the server has closed its kept-alive connection', async () => {
  let requests = 0;
  const { server, url } = await openLocalServer({}, {}, (request, response) => {
    // The second request uses the connection of the first, which the server closes without a response.
    if (++requests === 2) request.socket.resetAndDestroy();
    else response.end('{}');
  });
  onTestFinished(() => void server.close());
  const callers = caller({ url, tokens: [], productIds: [1], runId: 'test' });
  expect([await callers.send(arrival(0)), await callers.send(arrival(1))]).toEqual([{ kind: 'ok' }, { kind: 'ok' }]);
  expect(requests).toBe(3);
  callers.close();
});
