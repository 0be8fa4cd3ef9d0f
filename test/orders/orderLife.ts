import { handler as advanceOrder } from '../../functions/advanceOrder.ts';
import { handler as cancelOrder } from '../../functions/cancelOrder.ts';
import { handler as placeOrder } from '../../functions/placeOrder.ts';
import { database } from '../../lib/database/database.ts';
import { call } from '../support/call.ts';
import { makeCustomer, makeProduct } from '../support/make.ts';

export const fulfil = { scope: 'orders:fulfil' };

/** Places an order of two new products, each with a stock of 5. */
export async function place(quantity = 2) {
  const customer = await makeCustomer();
  const [teapot, cup] = [await makeProduct({ stockQuantity: 5 }), await makeProduct({ stockQuantity: 5 })];
  const body = { items: [cup, teapot].map(({ id }) => ({ productId: id, quantity })) };
  const { json } = await call(placeOrder, { subject: customer.authSubject, headers: { 'Idempotency-Key': 'k' }, body });
  return { subject: customer.authSubject, order: json, teapot, cup };
}

export const to = (orderId: number, status: string) =>
  call(advanceOrder, { ...fulfil, path: { orderId: String(orderId) }, body: { status } });
export const cancel = (subject: string, orderId: number) => call(cancelOrder, { subject, path: { orderId: String(orderId) } });

export async function eventsOf(orderId: number): Promise<string[]> {
  const db = await database();
  const events = await db.OrderEvent.findAll({ where: { orderId }, order: ['id'] });
  return events.map(({ type, payload }) => `${type} ${payload['status']}`);
}
