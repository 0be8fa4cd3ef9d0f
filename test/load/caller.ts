import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest, Agent as SecureAgent } from 'node:https';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { paths } from '../../client/paths.ts';
import type { Arrival } from './arrivals.ts';

// Uses only the types of the typed client. Its code would take 0.8 to 1.1 ms of CPU for a request instead of 0.43 ms, and this process shares its
// cores with the functions under test.
type PlaceOrder = paths['/orders']['post']['requestBody']['content']['application/json'];
const [products, orders] = ['/products', '/orders'] as const satisfies readonly (keyof paths)[];

/** The outcome of a request. `throttled`: Lambda or API Gateway rejected the request, and the function did not run. */
export type Outcome = { readonly kind: 'ok' | 'throttled' } | { readonly kind: 'clientError' | 'serverError'; readonly code: string };

interface Options {
  readonly url: string;
  /** Bearer tokens of customers; each arrival selects one. */
  readonly tokens: readonly string[];
  readonly productIds: readonly number[];
  /** The prefix of every idempotency key; unique to the run. */
  readonly runId: string;
}

// A caller waits longer than the time limit of an HTTP API, which is 30 s.
const patienceMs = 35_000;
// The gateway sends the same 503 for a timeout and for a throttled request. A 503 after this time counts as a timeout.
const gatewayTimeoutMs = 29_000;

const answerBody = z.object({ code: z.string(), error: z.string(), message: z.string() }).partial();

/** Sends requests over kept-alive connections until `close`. */
export function caller({ url, tokens, productIds, runId }: Options) {
  const secure = url.startsWith('https:');
  const agent = secure ? new SecureAgent({ keepAlive: true }) : new Agent({ keepAlive: true });
  let sent = 0;

  const send = (arrival: Arrival): Promise<Outcome> => {
    const { method, path, body } = requestOf(arrival, productIds);
    const token = tokens[Math.floor(arrival.choice * tokens.length)];
    const headers = {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json', 'idempotency-key': `${runId}-${sent++}` }),
    };
    return exchange(method, path, headers, body);
  };
  const exchange = (
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body: string | undefined,
  ): Promise<Outcome> => {
    const since = performance.now();
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const request = (secure ? httpsRequest : httpRequest)(url + path, { method, agent, headers, timeout: patienceMs });
    request.on('response', (response) => {
      outcomeOf(response, since).then(resolve, () => resolve({ kind: 'serverError', code: 'connection lost' }));
    });
    request.on('timeout', () => request.destroy(new Error(`no answer in ${patienceMs / 1000} s`)));
    request.on('error', (error: Error & { code?: string }) => {
      // The server closed a kept-alive connection just when the request used it (8 of 12,000 requests). Retry on another connection, as
      // HTTP clients do. The idempotency key makes the retry of an order safe.
      if (error.code === 'ECONNRESET' && request.reusedSocket) resolve(exchange(method, path, headers, body));
      else resolve({ kind: 'serverError', code: error.code ?? error.message });
    });
    request.end(body);
    return promise;
  };
  return { send, close: () => agent.destroy() };
}

function requestOf({ functionName, choice }: Arrival, productIds: readonly number[]) {
  const productId = productIds[Math.floor(choice * productIds.length)] ?? 1;
  if (functionName === 'listProducts') return { method: 'GET', path: `${products}?limit=50`, body: undefined };
  if (functionName === 'getProduct') return { method: 'GET', path: `${products}/${productId}`, body: undefined };
  if (functionName === 'listOrders') return { method: 'GET', path: orders, body: undefined };
  // Lines are sorted by product ID, because the tutorial profiles lock products in the order of the lines, and would deadlock otherwise.
  const other = productIds[(Math.floor(choice * productIds.length) + 1) % productIds.length] ?? 1;
  const items: PlaceOrder['items'] = [...new Set([productId, other])].sort((a, b) => a - b).map((id) => ({ productId: id, quantity: 1 }));
  const basket: PlaceOrder = { items };
  return { method: 'POST', path: orders, body: JSON.stringify(basket) };
}

async function outcomeOf(response: IncomingMessage, since: number): Promise<Outcome> {
  const status = response.statusCode ?? 0;
  const body = await text(response);
  if (status >= 200 && status < 300) return { kind: 'ok' };
  const { code, error, message } = described(body);
  const byGateway = code === undefined && message !== undefined;
  if (byGateway && (status === 429 || (status === 503 && performance.now() - since < gatewayTimeoutMs))) return { kind: 'throttled' };
  // Replaces numbers, which may differ between requests, so that the same error is counted in one row.
  const words = (code ?? error ?? message ?? '').replace(/\d+/g, '#');
  return { kind: status >= 500 ? 'serverError' : 'clientError', code: `${status} ${words}`.trim() };
}

function described(body: string): z.infer<typeof answerBody> {
  try {
    return answerBody.parse(JSON.parse(body));
  } catch {
    return {};
  }
}
