import { makeCustomer, makeProduct } from '../support/make.ts';
import { placeOrder } from '../support/orderCalls.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';

/** Places an order of two new products, each with a stock of 5. */
export async function place(quantity = 2) {
  const customer = await makeCustomer();
  const [teapot, cup] = [await makeProduct({ stockQuantity: 5 }), await makeProduct({ stockQuantity: 5 })];
  const items = [cup, teapot].map(({ id }) => ({ productId: id, quantity }));
  const { json } = await placeOrder(customer.authSubject, items, 'k');
  return { subject: customer.authSubject, order: json, teapot, cup };
}

export async function eventsOf(orderId: number): Promise<string[]> {
  const db = await ownerDatabase();
  const events = await db.OrderEvent.findAll({ where: { orderId }, order: ['id'] });
  return events.map(({ type, payload }) => `${type} ${payload['status']}`);
}
