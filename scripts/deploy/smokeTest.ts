import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { Failure, messageOf } from '../../local/failure.ts';

const page = z.object({ items: z.array(z.unknown()) });
const patience = { tries: 6, pauseMs: 5_000 };
const requestMs = 30_000;

/**
 * Calls a deployed API. The API must return a page of products, which it reads through the proxy, and must reject an order without a token. Tries six times with
 * pauses of 5 s, because the proxy of a new stage may not be ready. Returns a line of output. Throws a Failure with the unexpected response.
 */
export async function smokeTest(address: string, { tries, pauseMs } = patience): Promise<string> {
  const begun = performance.now();
  for (let left = tries; ; left--) {
    try {
      const { items } = page.parse(JSON.parse(await answerOf(`${address}/products?limit=1`, { method: 'GET' }, 200)));
      await answerOf(`${address}/orders`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }, 401);
      return `returned ${items.length} product${items.length === 1 ? '' : 's'} and rejected an order without a token, after ${Math.round(performance.now() - begun)} ms`;
    } catch (cause) {
      if (left <= 1) throw new Failure(`${messageOf(cause)}. The stage is deployed: see docs/deploy.md, "Rolling back"`, { cause });
      await sleep(pauseMs);
    }
  }
}

async function answerOf(url: string, init: RequestInit, status: number): Promise<string> {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(requestMs) });
  const body = await response.text();
  if (response.status !== status)
    throw new Error(`${init.method} ${url} returned ${response.status} instead of ${status}: ${body.slice(0, 200)}`);
  return body;
}
