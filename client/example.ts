import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ordersClient } from './ordersClient.ts';

const { API_URL: url = 'http://127.0.0.1:3000', TOKEN: token = '' } = process.env;
const client = ordersClient({ url, token });

const { data: page } = await client.GET('/products', { params: { query: { inStock: 'true', limit: 1 } } });
const [product] = page?.items ?? [];
if (!product) throw new Error('Nothing is in stock.');

// One key for one order: however often it is sent, it is placed once.
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
  // No answer, or one that says "later": send the same again. Anything else is for people to read.
  const isForLater = answer === undefined || answer.response.status >= 500;
  if (!isForLater || attempt === 5) throw new Error(`The order was not placed: ${JSON.stringify(answer?.error)}`);
  await sleep(200 * 2 ** attempt * Math.random());
}
