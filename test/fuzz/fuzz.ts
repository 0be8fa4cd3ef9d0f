import fc from 'fast-check';
import type pg from 'pg';
import { z } from 'zod';
import { kindOf, operationAt, undescribed } from '../support/description.ts';
import { type FuzzRequest, requests } from './requests.ts';
import { shopState } from './shopState.ts';

interface Options {
  readonly url: string;
  readonly requests: number;
  readonly seed: number;
  readonly tokens: Readonly<Record<'customer' | 'newcomer' | 'staff' | 'stranger', string>>;
  /** A connection to the shop's database that may read every table. */
  readonly client: pg.Client;
  readonly onProgress?: (done: number) => void;
}

/** The result: successful if `faults` is empty. */
export interface FuzzReport {
  /** The number of responses of each kind, such as `placeOrder 422 unknown-product`. */
  readonly kinds: Readonly<Record<string, number>>;
  /** Each fault with the request that caused it. */
  readonly faults: readonly string[];
}

const problem = z.object({ status: z.int(), code: z.enum(['not-found', 'method-not-allowed']), detail: z.string() });

/** Sends generated requests one after another. Compares every response with the API's description, and the shop's rows with the responses. */
export async function fuzz({ url, requests: count, seed, tokens, client, onProgress = () => {} }: Options): Promise<FuzzReport> {
  const before = await shopState(client);
  const kinds: Record<string, number> = {};
  const faults: string[] = [];
  const placed = new Set<unknown>();
  const booked = new Set<unknown>();
  const imported = { count: 0 };
  let done = 0;
  const { rows } = await client.query<{ sku: string }>('select sku from products order by id limit 50');
  const skus = rows.map(({ sku }) => sku);
  for (const request of fc.sample(requests(skus), { numRuns: count, seed })) {
    const fault = await sendOne(url, request, tokens, kinds, { placed, booked, imported }).catch((error: unknown) => [
      `no response: ${error}`,
    ]);
    for (const one of fault) faults.push(`${one}\n  ${JSON.stringify(request).slice(0, 1000)}`);
    if (faults.length > 20) break;
    if (++done % 500 === 0) onProgress(done);
  }
  const after = await shopState(client);
  if (after.fixed !== before.fixed) faults.push('a caller changed rows that no caller may change');
  if (after.units !== before.units)
    faults.push(`stock plus ordered units minus the sum of the stock movements changed from ${before.units} to ${after.units}`);
  if (after.orders !== before.orders + placed.size)
    faults.push(`${after.orders - before.orders} orders were written, but ${placed.size} responses were 201`);
  if (after.movements !== before.movements + booked.size)
    faults.push(`${after.movements - before.movements} stock movements were written, but ${booked.size} responses were 201`);
  const created = (kinds['putProduct 201 application/json'] ?? 0) + imported.count;
  if (after.products !== before.products + created)
    faults.push(`${after.products - before.products} products were written, but ${created} were confirmed`);
  if (after.faults > 0) faults.push(`${after.faults} broken orders, stocks or events`);
  return { kinds, faults };
}

/** The writes that responses confirmed: orders and stock movements by ID, and the number of imported products. */
interface Written {
  readonly placed: Set<unknown>;
  readonly booked: Set<unknown>;
  readonly imported: { count: number };
}

async function sendOne(
  url: string,
  request: FuzzRequest,
  tokens: Options['tokens'],
  kinds: Record<string, number>,
  { placed, booked, imported }: Written,
): Promise<string[]> {
  const { method, path, caller, headers, body } = request;
  const token = caller === 'forged' ? `${tokens.customer.slice(0, -8)}AAAAAAAA` : caller === 'none' ? undefined : tokens[caller];
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body }),
    redirect: 'manual',
  });
  const answered = { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
  const operation = operationAt(method, decodedPath(path));
  const kind = operation ? kindOf(operation, answered) : `no route ${answered.status}`;
  kinds[kind] = (kinds[kind] ?? 0) + 1;
  if (answered.status >= 500) return [`${kind}: ${answered.body}`];
  if (response.headers.has('x-injected')) return ['a value of the request became a response header'];
  if (!operation) return faultsOfMissingRoute(answered.status, answered.body, method);
  if (operation.id === 'placeOrder' && answered.status === 201) placed.add(JSON.parse(answered.body).id);
  if (operation.id === 'recordStockMovement' && answered.status === 201) booked.add(JSON.parse(answered.body).id);
  if (operation.id === 'importProducts' && answered.status === 200) imported.count += JSON.parse(answered.body).created;
  return undescribed(operation, answered);
}

/** Returns the path without the query, and without encoded slashes, because these do not separate segments. */
function decodedPath(path: string): string {
  return (path.split('?')[0] ?? '')
    .split('/')
    .map((part) => part.replaceAll('%2F', ''))
    .join('/');
}

function faultsOfMissingRoute(status: number, body: string, method: string): string[] {
  if (status === 204 && method === 'OPTIONS') return [];
  // The gateway's response to an invalid path.
  if (status === 400 && body === '{"message":"Bad Request"}') return [];
  const isProblem = method === 'HEAD' ? body === '' : problem.safeParse(JSON.parse(body || 'null')).success;
  return isProblem && (status === 404 || status === 405) ? [] : [`${status} for a missing route: ${body}`];
}
