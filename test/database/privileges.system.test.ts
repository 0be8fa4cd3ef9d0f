import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { QueryTypes } from 'sequelize';
import { beforeAll, expect, it, vi } from 'vitest';
import { rowsOf } from '../../lib/catalogue/contents.ts';
import { getCatalogueProduct } from '../../lib/catalogue/getCatalogueProduct.ts';
import { importProducts } from '../../lib/catalogue/importProducts.ts';
import { listCatalogueProducts } from '../../lib/catalogue/listCatalogueProducts.ts';
import { listStockMovements } from '../../lib/catalogue/listStockMovements.ts';
import { putProduct } from '../../lib/catalogue/putProduct.ts';
import { recordStockMovement } from '../../lib/catalogue/recordStockMovement.ts';
import { eraseCustomer } from '../../lib/customers/eraseCustomer.ts';
import { getCustomer } from '../../lib/customers/getCustomer.ts';
import { putCustomer } from '../../lib/customers/putCustomer.ts';
import { database } from '../../lib/database/database.ts';
import { codeOf } from '../../lib/database/failure.ts';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import type { EventBus } from '../../lib/events/orderEvent.ts';
import { publishEvents } from '../../lib/events/publishEvents.ts';
import { cancelOrder as cancelForStaff } from '../../lib/fulfilment/cancelOrder.ts';
import { fulfilmentOrders } from '../../lib/fulfilment/fulfilmentOrders.ts';
import { getOrder as getForStaff } from '../../lib/fulfilment/getOrder.ts';
import { listOrders as listForStaff } from '../../lib/fulfilment/listOrders.ts';
import { pickLists } from '../../lib/fulfilment/pickList.ts';
import { duringInvocation } from '../../lib/invocation.ts';
import { advanceOrder } from '../../lib/orders/advanceOrder.ts';
import { cancelOrder } from '../../lib/orders/cancelOrder.ts';
import { expireOrders } from '../../lib/orders/expireOrders.ts';
import { getOrder } from '../../lib/orders/getOrder.ts';
import { listOrders } from '../../lib/orders/listOrders.ts';
import { placeOrder } from '../../lib/orders/placeOrder.ts';
import { reportOverdue } from '../../lib/orders/reportOverdue.ts';
import { recordPayment } from '../../lib/payments/recordPayment.ts';
import { getProduct } from '../../lib/products/getProduct.ts';
import { listCategories } from '../../lib/products/listCategories.ts';
import { listProducts } from '../../lib/products/listProducts.ts';
import { salesReport } from '../../lib/reports/salesReport.ts';
import { operationName } from '../../scripts/operationName.ts';
import { makeCategory, makeCustomer, makeProduct } from '../support/make.ts';
import { makeOrder } from '../support/makeOrder.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';

vi.hoisted(() => Object.assign(process.env, { UNPAID_ORDER_MINUTES: '30' }));

// Compares the privileges of orders_api with the statements of the functions: each privilege is revoked in turn, and then a function must fail.

let customer: string;
let productId: number;
let sku: string;
let categoryId: number;

beforeAll(async () => {
  customer = (await makeCustomer()).authSubject;
  await makeCustomer({ email: 'taken@example.com' });
  categoryId = (await makeCategory()).id;
  ({ id: productId, sku } = await makeProduct({ categoryId, stockQuantity: 1_000_000 }));
});

const requestId = 'the test of privileges';
const order = (quantity = 1) => ({
  customer,
  idempotencyKey: randomUUID(),
  requestId,
  items: [{ productId, quantity }],
  discountCode: 'SPRING',
  deliveryAddress: null,
  expectedTotalInCents: null,
});

async function placedOrder() {
  const db = await database();
  return { db, placed: (await placeOrder(db, order())).order };
}

/** For each function that connects as the role: calls that together send every statement of the function. */
const functions: Readonly<Record<string, () => Promise<unknown>>> = {
  getProduct: async () => getProduct(await database(), productId),
  listProducts: async () => {
    const after = { by: 'name', value: 'A', id: 1 } as const;
    await listProducts(await database(), { limit: 1, sort: 'name', after, categoryId, search: 'tea', inStock: true });
  },
  listCategories: async () => listCategories(await database()),
  listCatalogueProducts: async () => {
    await listCatalogueProducts(await database(), { limit: 1, after: { id: 1 }, categoryId, isActive: true, search: 'tea' });
  },
  importProducts: async () => {
    const cells = { sku: randomUUID(), name: 'Cup', description: '', category: randomUUID(), priceInCents: '1', isActive: 'true' };
    const row = (name: string) => rowsOf([{ line: 2, cells: { ...cells, name } }]);
    await importProducts(await database(), row('Cup'));
    await importProducts(await database(), row('Saucer'));
  },
  getCatalogueProduct: async () => getCatalogueProduct(await database(), sku),
  putProduct: async () => {
    const db = await database();
    const content = { name: 'Cup', description: '', category: randomUUID(), priceInCents: 1, isActive: true };
    const condition = { ifMatch: undefined, ifNoneMatch: undefined };
    const { product } = await putProduct(db, { sku: randomUUID(), content, condition });
    const changed = { name: 'Saucer', description: 'x', category: null, priceInCents: 2, isActive: false };
    await putProduct(db, { sku: product.sku, content: changed, condition: { ifMatch: '*', ifNoneMatch: undefined } });
  },
  recordStockMovement: async () => {
    const db = await database();
    const movement = { reason: 'count', countedQuantity: 1_000_000, note: null } as const;
    const request = { sku, movement, actor: 'staff', idempotencyKey: randomUUID() };
    await recordStockMovement(db, request);
    await recordStockMovement(db, request);
  },
  listStockMovements: async () => listStockMovements(await database(), { sku, limit: 1, after: { id: 1_000_000 } }),
  placeOrder: async () => {
    const db = await database();
    const request = order();
    await placeOrder(db, request);
    await placeOrder(db, request);
    await expect(placeOrder(db, order(2_000_000_000))).rejects.toMatchObject({ code: 'insufficient-stock' });
  },
  getOrder: async () => {
    const { db, placed } = await placedOrder();
    await getOrder(db, { customer, orderId: placed.id });
  },
  listOrders: async () => {
    const db = await database();
    await placeOrder(db, order());
    await listOrders(db, { customer, limit: 1, status: 'pending', after: { id: 1_000_000 } });
    await listOrders(db, { customer, limit: 1, after: undefined });
  },
  cancelOrder: async () => {
    const { db, placed } = await placedOrder();
    await cancelOrder(db, { customer, orderId: placed.id, requestId });
  },
  advanceOrder: async () => {
    const { db, placed } = await placedOrder();
    const { id: orderId, totalInCents: amountInCents } = placed;
    await recordPayment(db, { orderId, kind: 'payment', amountInCents, reference: randomUUID(), actor: 'payments', requestId });
    await advanceOrder(db, { orderId, status: 'processing', tracking: null, requestId, actor: 'staff' });
  },
  cancelOrderForFulfilment: async () => {
    const { db, placed } = await placedOrder();
    await cancelForStaff(db, { orderId: placed.id, reason: 'Damaged', requestId, actor: 'staff' });
  },
  getOrderForFulfilment: async () => {
    const { db, placed } = await placedOrder();
    await getForStaff(db, placed.id);
  },
  listOrdersForFulfilment: async () => {
    const db = await database();
    const all = {
      limit: 1,
      sort: 'oldest',
      after: { placed: 0, id: 1 },
      placedFrom: '2026-01-01T00:00:00Z',
      placedBefore: '2027-01-01T00:00:00Z',
      paid: false,
    } as const;
    await listForStaff(db, { ...all, load: pickLists });
    await listForStaff(db, { ...all, load: fulfilmentOrders, customerId: 1, status: 'pending' });
  },
  getCustomer: async () => getCustomer(await database(), customer),
  putCustomer: async () => {
    const db = await database();
    const email = `${randomUUID()}@example.com`;
    const registration = { customer: randomUUID(), fullName: 'Ada Example', email };
    await putCustomer(db, registration);
    await putCustomer(db, { ...registration, fullName: 'Ada Changed', email: `${randomUUID()}@example.com` });
    await expect(putCustomer(db, { ...registration, customer: randomUUID(), email: 'taken@example.com' })).rejects.toMatchObject({
      code: 'email-taken',
    });
  },
  eraseCustomer: async () => {
    const former = await makeCustomer();
    await makeOrder(former.id, [productId], { status: 'delivered' });
    await eraseCustomer(await database(), former.authSubject);
  },
  expireOrders: async () => {
    await placeOrder(await database(), order());
    await asOwner(
      "update orders set created_at = now() - interval '1 hour' where status = 'pending' and id = (select max(id) from orders)",
    );
    await expireOrders(withDatabase);
    await reportOverdue(withDatabase);
  },
  recordPayment: async () => {
    const { db, placed } = await placedOrder();
    const about = { orderId: placed.id, actor: 'payments', requestId };
    const payment = { ...about, kind: 'payment', amountInCents: 1, reference: randomUUID() } as const;
    await recordPayment(db, payment);
    await recordPayment(db, payment);
    await expect(recordPayment(db, { ...payment, kind: 'refund', amountInCents: 2, reference: randomUUID() })).rejects.toMatchObject({
      code: 'refund-exceeds-payments',
    });
  },
  salesReport: async () => salesReport(await database(), { month: '2026-01', discountCode: 'SPRING', limit: 10, withCodes: true }),
  publishEvents: async () => {
    await placeOrder(await database(), order());
    // An earlier call that failed may have left its lease behind.
    await asOwner('delete from publisher_lease');
    const refusal = { concerns: 'event', reason: 'refused' } as const;
    // The remaining time allows one pause. After a pause, publishEvents also sends the statement that asks whether an event is due.
    const publish = (refuses: boolean) => {
      let left = 17_000;
      const pause = async (ms: number) => (left -= ms);
      const bus: EventBus = {
        exists: async () => true,
        put: async (events) => new Map(refuses ? events.map(({ id }) => [id, refusal] as const) : []),
      };
      return duringInvocation({ requestId: randomUUID(), remainingMs: () => left }, () =>
        publishEvents(withDatabase, bus, { delayMs: 1_000, pause }),
      );
    };
    await publish(true);
    await asOwner('update order_events set not_before = now() where published_at is null');
    await publish(false);
  },
};

async function asOwner(sql: string): Promise<void> {
  await (await ownerDatabase()).sequelize.query(sql);
}

/** Returns each privilege of the role on a table or column, as SQL for `revoke`, such as `update (status) on orders`. */
async function granted(): Promise<string[]> {
  const { sequelize } = await ownerDatabase();
  const rows = await sequelize.query<{ privilege: string }>(
    `select format('%s on %I', privilege_type, relname) as privilege
       from pg_class, aclexplode(relacl)
      where relnamespace = 'public'::regnamespace and grantee = 'orders_api'::regrole
      union all
     select format('%s (%I) on %I', privilege_type, attname, relname)
       from pg_attribute
       join pg_class on pg_class.oid = attrelid, aclexplode(attacl)
      where relnamespace = 'public'::regnamespace and grantee = 'orders_api'::regrole
      order by 1`,
    { type: QueryTypes.SELECT },
  );
  return rows.map(({ privilege }) => privilege.toLowerCase());
}

const operationOf = (file: string) =>
  file.includes('/') ? operationName(path.dirname(file), path.basename(file, '.ts')) : path.basename(file, '.ts');

it('calls every function that connects as the role', () => {
  const files = readdirSync('functions', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const asking = files.filter((file) => /withDatabase/.test(readFileSync(`functions/${file}`, 'utf8')));
  expect(Object.keys(functions).sort()).toEqual(asking.map(operationOf).sort());
});

it.each(Object.keys(functions))('grants %s the privileges that it needs', async (name) => {
  await expect(functions[name]?.()).resolves.not.toThrow();
});

it('grants only privileges that a function needs', async () => {
  const privileges = await granted();
  expect(privileges.length).toBeGreaterThan(10);
  const unneeded: string[] = [];
  for (const privilege of privileges) {
    await asOwner(`revoke ${privilege} from orders_api`);
    if (!(await isMissed())) unneeded.push(privilege);
    await asOwner(`grant ${privilege} to orders_api`);
  }
  expect(unneeded).toEqual([]);
  // The test makes several hundred calls, so it has a long timeout.
}, 300_000);

// The calls, in the sequence in which `isMissed` tries them. `isMissed` moves a failed call to the front, because the same call often needs the privilege
// that is revoked next.
const calls = Object.values(functions);

/** Returns whether a function fails because the role lacks a privilege. */
async function isMissed(): Promise<boolean> {
  for (const [index, call] of calls.entries()) {
    try {
      await call();
    } catch (error) {
      if (codeOf(error) !== '42501') throw error;
      calls.unshift(...calls.splice(index, 1));
      return true;
    }
  }
  return false;
}
