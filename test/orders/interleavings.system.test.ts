import fc from 'fast-check';
import { QueryTypes } from 'sequelize';
import { expect, it, vi } from 'vitest';
import { handler as listOrders } from '../../functions/listOrders.ts';
import { database } from '../../lib/database/database.ts';
import { call } from '../support/call.ts';
import { makeCustomer, makeProducts } from '../support/make.ts';
import { advanceOrder, cancelOrder, placeOrder } from '../support/orderCalls.ts';
import { withoutTimeLimits } from '../support/timeLimits.ts';

vi.hoisted(() => Object.assign(process.env, { DATABASE_POOL_MAX: '8' }));
withoutTimeLimits();

const initialStock = 6;

// The actions of 4 customers and of staff. `order` selects one of the orders that were placed before the round.
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('place' as const), customer: fc.nat(3), key: fc.nat(5), lines: lines() }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('cancel' as const), customer: fc.nat(3), order: fc.nat(2) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('advance' as const),
      order: fc.nat(20),
      to: fc.constantFrom('processing', 'shipped', 'delivered'),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function lines() {
  return fc.uniqueArray(fc.record({ product: fc.nat(2), quantity: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 1,
    selector: ({ product }) => product,
  });
}

it('keeps all invariants in random rounds of concurrent orders, cancellations and advances', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 5 }), async (rounds) => {
      const customers = (await Promise.all(Array.from({ length: 4 }, () => makeCustomer()))).map(({ authSubject }) => authSubject);
      const products = (await makeProducts(3, { stockQuantity: initialStock })).map(({ id }) => id);
      const placed = new Map<number, string>();
      const reached = new Set<string>();
      for (const round of rounds) {
        const known = [...placed.keys()];
        await Promise.all(round.map((one) => take(one, { customers, products, known, placed, reached })));
      }
      await expectRules({ customers, products, placed });
    }),
    { numRuns: 15 },
  );
}, 120_000);

interface World {
  readonly customers: readonly string[];
  readonly products: readonly number[];
  readonly known: readonly number[];
  /** The customer of every order whose response was 201, by order ID. */
  readonly placed: Map<number, string>;
  /** `<order ID> <status>` for every advance whose response was 200. */
  readonly reached: Set<string>;
}

async function take(one: Step, { customers, products, known, placed, reached }: World): Promise<void> {
  if (one.does === 'place') {
    const subject = customers[one.customer] ?? '';
    const items = one.lines.map(({ product, quantity }) => ({ productId: products[product], quantity }));
    const { status, json } = await placeOrder(subject, items, `key ${one.key}`);
    expect([201, 409, 422]).toContain(status);
    if (status === 201) placed.set(json.id, subject);
    return;
  }
  const orderId = known[one.order % Math.max(1, known.length)];
  if (orderId === undefined) return;
  const answer = one.does === 'cancel' ? await cancelOrder(customers[one.customer] ?? '', orderId) : await advanceOrder(orderId, one.to);
  expect([200, 404, 409]).toContain(answer.status);
  if (one.does === 'advance' && answer.status === 200) {
    // An order reaches each status at most once.
    expect(reached).not.toContain(`${orderId} ${one.to}`);
    reached.add(`${orderId} ${one.to}`);
  }
}

async function expectRules({ customers, products, placed }: Omit<World, 'known' | 'reached'>): Promise<void> {
  const db = await database();
  const stocks = await db.sequelize.query<{ id: number; left: number; open: number }>(
    `select products.id, stock_quantity as left,
            coalesce((select sum(quantity) from order_items join orders on orders.id = order_id
                       where product_id = products.id and status <> 'cancelled'), 0)::bigint as open
       from products where id = any ($1::bigint[])`,
    { type: QueryTypes.SELECT, bind: [products] },
  );
  for (const { left, open } of stocks) {
    expect(left).toBeGreaterThanOrEqual(0);
    expect(left + open).toBe(initialStock);
  }
  for (const subject of customers) {
    const { json } = await call(listOrders, { subject, query: { limit: '100' } });
    const own = [...placed].filter(([, whose]) => whose === subject).map(([id]) => id);
    expect(json.items.map(({ id }: { id: number }) => id).sort()).toEqual(own.sort());
    for (const { totalInCents, lineItems } of json.items) {
      const sum = lineItems.reduce(
        (total: number, line: { quantity: number; unitPriceInCents: number }) => total + line.quantity * line.unitPriceInCents,
        0,
      );
      expect(totalInCents).toBe(sum);
    }
  }
}
