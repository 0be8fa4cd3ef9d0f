import { QueryTypes } from 'sequelize';
import { constraintOf } from '../database/failure.ts';
import { prepared } from '../database/prepared.ts';
import type { Database } from '../database/types.ts';
import { invalidRequest, PublicError } from '../errors.ts';
import type { PaymentKind } from '../models/payment.ts';
import { eventCount } from '../orders/eventCount.ts';
import { noSuchOrder } from '../orders/getOrder.ts';

export { paymentKinds } from '../models/payment.ts';

/** A reported payment or refund. */
interface Report {
  readonly orderId: number;
  readonly kind: PaymentKind;
  readonly amountInCents: number;
  /** The payment provider's ID of this payment. Each reference is recorded at most once. */
  readonly reference: string;
  /** Who reports the payment: `payments`, or `payments:` with the token's subject. */
  readonly actor: string;
  readonly requestId: string;
}

/** A recorded payment or refund. */
export interface PaymentView {
  readonly id: number;
  readonly orderId: number;
  readonly kind: PaymentKind;
  readonly amountInCents: number;
  readonly reference: string;
  readonly time: Date;
}

interface Recorded {
  readonly payment: PaymentView;
  /** Whether an earlier report had this reference. */
  readonly replayed: boolean;
}

// After a failed attempt, `paymentRefusal` looks up the reason. Another attempt follows only if a new payment has made the refund possible.
const maxTries = 3;

const statement = prepared(
  `with target as materialized (
       -- After a wait for the lock, this is the current sum, not the sum in the statement's snapshot.
       select id, paid_in_cents
         from orders
        where id = $1 and not exists (select from payments where reference = $4::text)
          for no key update
     ), payment as (
       -- A conflict is no error: a concurrent request has recorded the payment with this reference.
       insert into payments (order_id, kind, amount_in_cents, reference, actor)
       select id, $2::text, $3::bigint, $4::text, $5::text
         from target
        where $2::text = 'payment' or paid_in_cents >= $3::bigint
           on conflict (reference) do nothing
       returning id, order_id, kind, amount_in_cents, reference, created_at
     ), paid as (
       -- Adds to the sum of "target", which is current. The sum of "orders" may be out of date: PostgreSQL first computes the new row from the
       -- snapshot and checks its constraints. Only then does it find that another transaction has changed the row. So a valid sum could fail the check.
       update orders
          set paid_in_cents = target.paid_in_cents + case kind when 'payment' then amount_in_cents else -amount_in_cents end,
              event_count = ${eventCount}, updated_at = now()
         from payment, target
        where orders.id = payment.order_id and orders.id = target.id
       returning orders.id, status, total_in_cents, discount_code, orders.paid_in_cents, event_count
     ), event as (
       insert into order_events (order_id, sequence, type, actor, payload, request_id)
       select paid.id, event_count, case kind when 'payment' then 'order.paid' else 'order.refunded' end, $5::text,
              jsonb_build_object(
                'orderId', paid.id, 'status', status, 'totalInCents', total_in_cents, 'discountCode', discount_code,
                'amountInCents', amount_in_cents, 'paidInCents', paid_in_cents, 'reference', reference),
              $6::text
         from paid, payment
     )
     select id, order_id as "orderId", kind, amount_in_cents as "amountInCents", reference, created_at as "time" from payment`,
);

/**
 * Records a payment or refund of an order in any status, once for each reference. Safe to repeat. A success takes one statement, a replay two, a
 * rejection three.
 * @throws PublicError `not-found`, `reference-reused`, `refund-exceeds-payments`; `invalid-request` if the order's sum would exceed 2^53 - 1
 */
export async function recordPayment(db: Database, report: Report): Promise<Recorded> {
  for (let attempt = 1; attempt <= maxTries; attempt++) {
    const payment = await record(db, report);
    if (payment) return { payment, replayed: false };
    // The reference is checked first: a repeated report must return its payment, even if the order has changed.
    const earlier = await earlierPayment(db, report);
    if (earlier) return { payment: earlier, replayed: true };
    const reason = await paymentRefusal(db, report);
    if (reason) throw reason;
  }
  throw new PublicError('overloaded', 'Too many concurrent payments of the same order. Retry after a pause.');
}

/**
 * Runs the statement. It locks the order's row, so that the order's sum, its payments and its events agree. Models in a transaction need six statements
 * instead of one, and took 8 times as much CPU.
 */
async function record(db: Database, report: Report): Promise<PaymentView | undefined> {
  const { orderId, kind, amountInCents, reference, actor, requestId } = report;
  try {
    const [payment] = await db.sequelize.query<PaymentView>(statement, {
      type: QueryTypes.SELECT,
      bind: [orderId, kind, amountInCents, reference, actor, requestId],
    });
    return payment;
  } catch (error) {
    if (constraintOf(error) !== 'orders_paid_in_cents_check') throw error;
    throw invalidRequest([{ path: '/body/amountInCents', message: 'The sum of the payments would exceed 2^53 - 1' }], { cause: error });
  }
}

async function earlierPayment(db: Database, report: Report): Promise<PaymentView | undefined> {
  const payment = await db.Payment.findOne({ where: { reference: report.reference }, attributes: { exclude: ['actor'] } });
  if (!payment) return undefined;
  const { id, orderId, kind, amountInCents, reference, createdAt } = payment;
  if (orderId !== report.orderId || kind !== report.kind || amountInCents !== report.amountInCents) {
    throw new PublicError(
      'reference-reused',
      'This reference was recorded with another order, kind or amount. Send the provider’s ID of this payment or refund.',
    );
  }
  return { id, orderId, kind, amountInCents, reference, time: createdAt };
}

async function paymentRefusal(db: Database, { orderId, kind, amountInCents }: Report): Promise<PublicError | undefined> {
  const order = await db.Order.findByPk(orderId, { attributes: ['paidInCents'] });
  if (!order) return noSuchOrder();
  const { paidInCents } = order;
  if (kind === 'payment' || paidInCents >= amountInCents) return undefined;
  return new PublicError('refund-exceeds-payments', 'The refund is higher than the paid amount. Nothing was recorded. See `paidInCents`.', {
    details: { paidInCents },
  });
}
