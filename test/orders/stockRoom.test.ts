import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { fileClient } from '../support/fileClient.ts';
import { makeCustomer, makeProduct, stockOf } from '../support/make.ts';
import { advanceOrder, cancelOrder, placeOrder } from '../support/orderCalls.ts';
import { statementsOf } from '../support/statements.ts';
import { waitingForLock } from '../support/waitingForLock.ts';

const most = 2_147_483_647;
const [owner, other] = [fileClient(), fileClient()];

let subject: string;
beforeAll(async () => {
  subject = (await makeCustomer()).authSubject;
});

const place = async (productId: number, quantity: number): Promise<{ id: number }> =>
  (await placeOrder(subject, [{ productId, quantity }])).json;
const cancel = (orderId: number) => cancelOrder(subject, orderId);
const book = (stock: number, id: number, by = owner) => by.query('update products set stock_quantity = $1 where id = $2', [stock, id]);
const refused = { code: '23514', constraint: 'products_stock_leaves_room_check', table: 'products' };

describe('a stock', () => {
  it('is rejected if the cancellation of open orders would raise it above the largest integer', async () => {
    const { id } = await makeProduct({ stockQuantity: 10 });
    const order = await place(id, 3);
    await expect(book(most, id)).rejects.toMatchObject({
      ...refused,
      message: `product ${id} has 3 units in orders that can still be cancelled: its stock may be ${most - 3} at most, not ${most}`,
    });
    expect(await stockOf(id)).toBe(7);
    await book(most - 3, id);
    await expect(owner.query('update products set stock_quantity = stock_quantity + 1 where id = $1', [id])).rejects.toMatchObject(refused);
    const { result, sent } = await statementsOf(() => cancel(order.id));
    expect(result).toMatchObject({ status: 200, json: { status: 'cancelled' } });
    expect(sent).toHaveLength(3);
    expect(await stockOf(id)).toBe(most);
  });

  it('may reach the largest integer minus the units of pending and processing orders', async () => {
    const { id } = await makeProduct({ stockQuantity: 100 });
    const orders = [await place(id, 1), await place(id, 10), await place(id, 20)] as const;
    for (const status of ['processing', 'shipped', 'delivered']) await advanceOrder(orders[0].id, status);
    await advanceOrder(orders[1].id, 'processing');
    await expect(book(most - 29, id)).rejects.toMatchObject(refused);
    await book(most - 30, id);
    await cancel(orders[2].id);
    await advanceOrder(orders[1].id, 'shipped');
    await book(most, id);
  });

  it('of any size is accepted if no order is open', async () => {
    const { id } = await makeProduct({ stockQuantity: most });
    const { id: order } = await place(id, 1_000);
    expect(await stockOf(id)).toBe(most - 1_000);
    expect((await cancel(order)).status).toBe(200);
    expect(await stockOf(id)).toBe(most);
  });

  it('is accepted without reading orders if it shrinks or is at most 1,000,000,000', async () => {
    const { id } = await makeProduct({ stockQuantity: most });
    const plan = async (stock: string) =>
      (await owner.query(`explain (analyze, costs off) update products set stock_quantity = ${stock} where id = ${id}`)).rows
        .map((row) => row['QUERY PLAN'])
        .join('\n');
    for (const stock of ['stock_quantity - 1', '5', 'stock_quantity + 1', '1000000000'])
      expect(await plan(stock)).not.toContain('products_stock_leaves_room_check');
    expect(await plan('1000000001')).toContain('products_stock_leaves_room_check');
  });
});

describe('concurrent changes', () => {
  it('a stock change that waits for an order counts the units of the order', async () => {
    const { id } = await makeProduct({ stockQuantity: 10 });
    const { rows } = await owner.query(`select id from users where auth_subject = $1`, [subject]);
    await owner.query('begin');
    await owner.query(
      `with placed as (insert into orders (user_id, total_in_cents, idempotency_key, request_hash) values ($1, 0, $2, repeat('a', 64)) returning id),
            taken as (update products set stock_quantity = stock_quantity - 4 where id = $3)
       insert into order_items (order_id, product_id, quantity, unit_price_in_cents) select id, $3, 4, 0 from placed`,
      [rows[0].id, randomUUID(), id],
    );
    const booked = book(most, id, other).then(
      () => 'booked',
      (error: unknown) => error,
    );
    await expect.poll(() => waitingForLock(owner)).toBe(1);
    await owner.query('commit');
    expect(await booked).toMatchObject({ ...refused, message: expect.stringContaining('has 4 units') });
  });

  it('an order that waits for a stock change can be cancelled', async () => {
    const { id } = await makeProduct({ stockQuantity: 10 });
    await owner.query('begin');
    await book(most, id);
    const placed = place(id, 5);
    await expect.poll(() => waitingForLock(other)).toBe(1);
    await owner.query('commit');
    const order = await placed;
    expect(await stockOf(id)).toBe(most - 5);
    expect((await cancel(order.id)).status).toBe(200);
    expect(await stockOf(id)).toBe(most);
  });

  it('orders, cancellations and stock changes leave no order that cannot be cancelled', async () => {
    const { id } = await makeProduct({ stockQuantity: most });
    const booking = async () => {
      for (let turn = 0; turn < 20; turn++)
        await book(most - (turn % 3), id, other).catch((error: unknown) => expect(error).toMatchObject(refused));
    };
    const ordering = async () => {
      const placed: number[] = [];
      for (let turn = 0; turn < 10; turn++) {
        placed.push((await place(id, 1 + (turn % 4))).id);
        if (turn % 2 === 0) expect((await cancel(placed.pop() ?? 0)).status).toBe(200);
      }
      return placed;
    };
    const [left] = await Promise.all([ordering(), booking()]);
    for (const order of left) expect((await cancel(order)).status).toBe(200);
  });
});
