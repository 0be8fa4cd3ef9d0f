import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { openHttpApi } from '../support/httpApi.ts';
import { makeCustomer } from '../support/make.ts';
import { makeOrder } from '../support/makeOrder.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';
import { webhookReceiver } from './webhookReceiver.ts';

const secret = 'whsec-of-the-test';
const api = await openHttpApi();
const token = () => api.token({ sub: 'webhooks', scope: 'payments:write' });
const receiver = webhookReceiver({ secret, apiUrl: api.url, token }).listen(0, '127.0.0.1');
await once(receiver, 'listening');
const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
afterAll(() => void receiver.close());

const now = () => Math.floor(Date.now() / 1_000);

/** Sends a webhook as a payment provider does, signed with `key` at `seconds`. */
async function sendWebhook(event: object, { key = secret, seconds = now(), sent = JSON.stringify(event) } = {}): Promise<number> {
  const signature = createHmac('sha256', key)
    .update(`${seconds}.${JSON.stringify(event)}`)
    .digest('hex');
  const headers = { 'webhook-signature': `t=${seconds},v1=${signature}` };
  return (await fetch(url, { method: 'POST', headers, body: sent })).status;
}

async function shop() {
  const { id: orderId } = await makeOrder((await makeCustomer()).id, []);
  const charge = { id: randomUUID(), type: 'charge.succeeded', orderId, amountInCents: 500 };
  const paid = async () => (await (await ownerDatabase()).Order.findByPk(orderId))?.paidInCents;
  return { orderId, charge, paid };
}

it('records a payment and its refund once each, however often the provider sends them', async () => {
  const { charge, paid } = await shop();
  expect([await sendWebhook(charge), await sendWebhook(charge), await paid()]).toEqual([204, 204, 500]);
  const refund = { ...charge, id: randomUUID(), type: 'charge.refunded', amountInCents: 200 };
  expect([await sendWebhook(refund), await sendWebhook(refund), await paid()]).toEqual([204, 204, 300]);
});

it('rejects a missing, wrong or old signature, and content that differs from the signed content', async () => {
  const { charge, paid } = await shop();
  expect((await fetch(url, { method: 'POST', body: JSON.stringify(charge) })).status).toBe(401);
  expect(await sendWebhook(charge, { key: 'another secret' })).toBe(401);
  expect(await sendWebhook(charge, { sent: JSON.stringify({ ...charge, amountInCents: 5 }) })).toBe(401);
  expect(await sendWebhook(charge, { seconds: now() - 3_600 })).toBe(401);
  expect(await paid()).toBe(0);
});

it('ignores other types of events, and passes on an error status of the API, so that the provider retries', async () => {
  const { charge, paid } = await shop();
  expect(await sendWebhook({ ...charge, type: 'charge.pending' })).toBe(204);
  expect(await sendWebhook({ ...charge, type: 'charge.refunded' })).toBe(409);
  api.weather = 'throttled';
  expect(await sendWebhook(charge)).toBe(503);
  api.weather = 'fair';
  expect(await sendWebhook(charge)).toBe(204);
  expect(await paid()).toBe(500);
});

it('the receiver is the code that docs/payments.md shows', () => {
  const page = readFileSync('docs/payments.md', 'utf8');
  expect(page).toContain(readFileSync('test/payments/webhookReceiver.ts', 'utf8'));
});
