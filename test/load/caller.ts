import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest, Agent as SecureAgent } from 'node:https';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { paths } from '../../client/paths.ts';
import type { Arrival } from './arrivals.ts';

// Uses only the types of the typed client. A request takes 0.43 ms of CPU, but 0.8 to 1.1 ms through the client, and this process shares its cores
// with the functions that it measures.
type PlaceOrder = paths['/orders']['post']['requestBody']['content']['application/json'];
const [products, orders] = ['/products', '/orders'] as const satisfies readonly (keyof paths)[];

/** The outcome of a request. `throttled`: Lambda or API Gateway rejected it without running it. */
export type Outcome = { readonly kind: 'ok' | 'throttled' } | { readonly kind: 'clientError' | 'serverError'; readonly code: string };

interface Options {
  readonly url: string;
  /** Bearer tokens of customers; each arrival selects one. */
  readonly tokens: readonly string[];
  readonly productIds: readonly number[];
  /** A part of each idempotency key that is unique to the run. */
  readonly runId: string;
}

// A caller waits longer than 30 s, the time limit of an HTTP API.
const patienceMs = 35_000;
// The gateway's 503 for a timeout and for a throttled request have the same form. A 503 after this time counts as a timeout.
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
      // The server closed a kept-alive connection at the moment of its use (8 of 12,000 requests). Retry on another connection, as
      // HTTP clients do: an order's key makes that safe.
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
  // Two lines in the order of their IDs, because a simple implementation would deadlock otherwise.
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
  // Numbers that differ between requests would give each error its own row.
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
