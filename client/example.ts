import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ordersClient } from './ordersClient.ts';

const { API_URL: url = 'http://127.0.0.1:3000', TOKEN: token = '' } = process.env;
const client = ordersClient({ url, token });

const { data: page } = await client.GET('/products', { params: { query: { inStock: 'true', limit: 1 } } });
const [product] = page?.items ?? [];
if (!product) throw new Error('No product is in stock.');

// The key makes retries safe: the order is placed once, however often the request is sent.
const request = {
  params: { header: { 'Idempotency-Key': randomUUID() } },
  body: { items: [{ productId: product.id, quantity: 1 }] },
};
for (let attempt = 1; ; attempt++) {
  const answer = await client.POST('/orders', request).catch(() => undefined);
  if (answer?.data) {
    console.log(`Order ${answer.data.id}: ${answer.data.lineItems[0]?.product.name}, ${answer.data.totalInCents} cents`);
    break;
  }
  // Retry after a lost connection or a 5xx. After any other error, the request must be changed first.
  const isRetryable = answer === undefined || answer.response.status >= 500;
  if (!isRetryable || attempt === 5) throw new Error(`The order was not placed: ${JSON.stringify(answer?.error)}`);
  await sleep(200 * 2 ** attempt * Math.random());
}
