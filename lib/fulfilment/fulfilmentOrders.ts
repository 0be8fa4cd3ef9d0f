import type { Database } from '../database/types.ts';
import type { PaymentKind } from '../models/payment.ts';
import { type OrderView, orderViews } from '../orders/view.ts';
import { fulfilmentRows } from './rows.ts';

/** A payment or refund of an order. */
interface OrderPayment {
  readonly kind: PaymentKind;
  readonly amountInCents: number;
  readonly reference: string;
  readonly time: string;
}

/** An order as staff see it in a listing. */
export interface FulfilmentOrderView extends OrderView {
  /** Null for an order whose customer was erased. */
  readonly customer: { readonly id: number; readonly fullName: string; readonly email: string } | null;
  /** In the order in which they were recorded. */
  readonly payments: readonly OrderPayment[];
}

/** Returns a map of these orders by ID, in two statements. A single statement that also joins the payments would return each line once for each payment. */
export async function fulfilmentOrders(db: Database, ids: readonly number[]): Promise<Map<number, FulfilmentOrderView>> {
  const rows = await fulfilmentRows(db, ids);
  if (rows.length === 0) return new Map();
  const customers = new Map(rows.map((row) => [row.id, customerOf(row)]));
  const payments = await paymentsOf(db, ids);
  return new Map(
    orderViews(rows).map((order) => [
      order.id,
      { ...order, customer: customers.get(order.id) ?? null, payments: payments.get(order.id) ?? [] },
    ]),
  );
}

function customerOf(row: Awaited<ReturnType<typeof fulfilmentRows>>[number]): FulfilmentOrderView['customer'] {
  const id = row['customer.id'];
  return id === null ? null : { id, fullName: row['customer.fullName'], email: row['customer.email'] };
}

async function paymentsOf(db: Database, ids: readonly number[]): Promise<ReadonlyMap<number, readonly OrderPayment[]>> {
  const found = await db.Payment.findAll({
    attributes: ['orderId', 'kind', 'amountInCents', 'reference', 'createdAt'],
    where: { orderId: [...ids] },
    order: ['orderId', 'id'],
    raw: true,
  });
  const payments = Map.groupBy(found, ({ orderId }) => orderId);
  return new Map(
    Array.from(payments, ([orderId, ofOrder]) => [
      orderId,
      ofOrder.map(({ kind, amountInCents, reference, createdAt }) => ({ kind, amountInCents, reference, time: createdAt.toISOString() })),
    ]),
  );
}
