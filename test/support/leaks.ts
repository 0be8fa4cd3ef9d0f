import { expect, inject } from 'vitest';
import type { HttpHandler } from '../../lib/http/api.ts';
import { call } from './call.ts';
import type { freshEnvironment } from './freshEnvironment.ts';
import { outputOf } from './output.ts';

// Secrets must appear nowhere. Values that callers send must not appear in a log.
export const hash = '$2b$12$LeakedHashLeakedHashLeakedHash';
export const wrongPassword = 'wrong-Passw0rd-of-nobody';
const secrets = [hash, inject('owner').password, wrongPassword];
export const subject = 'subject-of-ada-5b1e';
export const sent = {
  discountCode: 'Code-Of-Ada-77',
  key: 'key-of-ada-4711',
  search: 'searched-by-ada',
  name: 'Ada-Of-The-Address',
  line: 'Lane-Of-Ada-7',
  fullName: 'Name-Of-Ada',
  email: 'Mail-Of-Ada@example.com',
};
const callerValues = [subject, ...Object.values(sent)];

export const inSql = /\b(select|returning|insert into|delete from|update "?\w+"? set|where) /i;
export const inStack = /\bat (async |new |file:|\S+ \(|\/)|node_modules|\.[cm]?[jt]s:\d+/;

export type Environment = Awaited<ReturnType<typeof freshEnvironment>>;
type Request = NonNullable<Parameters<typeof call>[1]>;

type Call = [handler: HttpHandler, request: Request];

/** Returns valid and hostile requests. */
export function everyRequest(of: Environment, productId: number): Call[] {
  const hostile = [
    "'; select password_hash from users; --",
    '" or ""="',
    '\\',
    '🫖'.repeat(40),
    '%00',
    '../../etc/passwd',
    '{{7*7}}',
    '-1',
    '1e400',
  ];
  const order = {
    subject,
    headers: { 'Idempotency-Key': sent.key },
    body: {
      items: [{ productId, quantity: 1 }],
      discountCode: sent.discountCode,
      deliveryAddress: { name: sent.name, lines: [sent.line], city: 'Berlin', country: 'DE' },
    },
  };
  const registration = { method: 'PUT', body: { fullName: sent.fullName, email: sent.email } };
  return [
    [of.listProducts, {}],
    [of.listProducts, { query: { search: sent.search, sort: 'price', categoryId: '1', inStock: 'true' } }],
    [of.getProduct, { path: { productId: String(productId) } }],
    [of.getProduct, { path: { productId: '987654321' } }],
    [of.placeOrder, order],
    [of.placeOrder, order],
    [of.placeOrder, { ...order, body: { items: [{ productId, quantity: 2 }] } }],
    [
      of.placeOrder,
      {
        ...order,
        headers: { 'Idempotency-Key': `${sent.key}-2` },
        body: { items: [{ productId, quantity: 1_000 }], discountCode: sent.discountCode },
      },
    ],
    [of.placeOrder, { ...order, headers: {} }],
    [of.placeOrder, { ...order, body: '{"items": [' }],
    [of.placeOrder, { ...order, body: new Uint8Array([0x22, 0xff, 0x22]) }],
    [of.placeOrder, { ...order, body: 'x'.repeat(70_000) }],
    [of.placeOrder, { body: order.body }],
    [of.listOrders, { subject }],
    [of.listOrders, { subject: 'nobody' }],
    [of.getOrder, { subject, path: { orderId: '1' } }],
    [of.advanceOrder, { subject, scope: 'orders:fulfil', path: { orderId: '1' }, body: { status: 'processing' } }],
    [of.advanceOrder, { subject, scope: 'orders:fulfil', path: { orderId: '1' }, body: { status: 'delivered' } }],
    [of.advanceOrder, { subject, path: { orderId: '1' }, body: { status: 'shipped' } }],
    [of.cancelOrder, { subject, path: { orderId: '1' } }],
    [of.cancelOrder, { subject, path: { orderId: '987654321' } }],
    [of.putCustomer, { ...registration, subject }],
    [of.putCustomer, { ...registration, subject: `${subject}-2` }],
    [of.putCustomer, { ...registration, subject, email: 'other@example.com' }],
    [of.getCustomer, { subject }],
    [of.putCustomer, { method: 'PUT', subject: `${subject}-3`, body: { ...registration.body, email: `3.${sent.email}` } }],
    [of.eraseCustomer, { method: 'DELETE', subject: `${subject}-3` }],
    [of.getOrder, { subject, path: { orderId: '987654321' } }],
    ...hostile.flatMap((text): Call[] => [
      [of.listProducts, { query: { search: text, sort: 'name' } }],
      [of.listProducts, { query: { limit: text, cursor: text, categoryId: text, sort: text } }],
      [of.getProduct, { path: { productId: text } }],
      [of.listOrders, { subject: text, query: { status: text } }],
      [of.getOrder, { subject: text, path: { orderId: '1' } }],
      [
        of.placeOrder,
        {
          subject: text,
          headers: { 'Idempotency-Key': text },
          body: { items: [{ productId: text, quantity: text }], discountCode: text, total: text },
        },
      ],
      [of.placeOrder, { subject: text, headers: { 'Idempotency-Key': text }, body: { items: [{ productId, quantity: 1 }] } }],
      [of.cancelOrder, { subject: text, path: { orderId: text } }],
      [of.putCustomer, { method: 'PUT', subject: text, body: { fullName: text, email: text } }],
      [of.eraseCustomer, { method: 'DELETE', subject: text }],
      [of.advanceOrder, { subject: text, scope: 'orders:fulfil', path: { orderId: text }, body: { status: text } }],
    ]),
  ];
}

/** Of this time, 2 s are reserved for the response. So a request waits at most 0.1 s for an unreachable database. */
export const inNoTime = { remainingMs: 2_100 };

/** Sends the requests, asserts that no response and no output leaks anything, and returns the statuses. */
export async function looksThrough(all: Call[], time: { readonly remainingMs?: number } = {}): Promise<number[]> {
  const { result: answers, output } = await outputOf(async () => {
    const found = [];
    for (const [handler, request] of all) found.push(await call(handler, { ...time, ...request }));
    return found;
  });
  for (const { status, headers, text } of answers) {
    const answer = `${status} ${JSON.stringify(headers)} ${text}`;
    for (const secret of secrets) expect(answer).not.toContain(secret);
    expect(answer).not.toMatch(inSql);
    expect(answer).not.toMatch(inStack);
  }
  expectCleanLog(output);
  return [...new Set(answers.map(({ status }) => status))].sort();
}

/** Asserts that the output contains no secret and nothing that a caller sent. */
export function expectCleanLog(output: string): void {
  for (const secret of [...secrets, ...callerValues]) expect(output).not.toContain(secret);
}
