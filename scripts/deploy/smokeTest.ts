import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { Failure, messageOf } from '../../local/failure.ts';

const page = z.object({ items: z.array(z.unknown()) });
const patience = { tries: 6, pauseMs: 5_000 };
const requestMs = 30_000;

/**
 * Asks a deployed API as a caller does: a page of products, which takes the way through proxy and database, and an order without a token,
 * which must be refused. Answers a line to show. A new stage's proxy may need a moment: what is not there yet is asked for again, for half
 * a minute. Throws a Failure with what was answered instead.
 */
export async function smokeTest(address: string, { tries, pauseMs } = patience): Promise<string> {
  const begun = performance.now();
  for (let left = tries; ; left--) {
    try {
      const { items } = page.parse(JSON.parse(await answerOf(`${address}/products?limit=1`, { method: 'GET' }, 200)));
      await answerOf(`${address}/orders`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }, 401);
      return `a page of ${items.length} product${items.length === 1 ? '' : 's'}, and an order without a token refused, after ${Math.round(performance.now() - begun)} ms`;
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
    throw new Error(`${init.method} ${url} answered ${response.status} where ${status} was due: ${body.slice(0, 200)}`);
  return body;
}
