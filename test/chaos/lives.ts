import { setTimeout as sleep } from 'node:timers/promises';
import type { Callers, Placed } from './callers.ts';

/** What several callers do with one order, partly at the same time. `name` is the prefix of the order's payment references. */
type Life = (callers: Callers, order: Placed, name: string) => Promise<unknown>;

interface Course {
  /** Whether the order expires within 0.4 s unless it is paid. */
  readonly isSoon: boolean;
  readonly live: Life;
}

/** Waits for a random part of the 0.4 s within which an `isSoon` order expires. */
const aMoment = () => sleep(Math.random() * 400);

/** Reports one payment from two callers at once, because a payment provider may deliver a webhook twice. */
const payTwice = (callers: Callers, order: Placed, reference: string, cents = order.totalInCents) =>
  Promise.all([callers.report(order, 'payment', cents, reference), callers.report(order, 'payment', cents, reference)]);

const delivered: Life = async (callers, order, name) => {
  await payTwice(callers, order, `${name} all`);
  for (const status of ['processing', 'shipped', 'delivered'] as const) {
    await Promise.all([callers.advance(order, status), callers.advance(order, status)]);
  }
};

const paidWhileCancelled: Life = async (callers, order, name) => {
  const half = Math.ceil(order.totalInCents / 2);
  await Promise.all([
    callers.report(order, 'payment', half, `${name} first`),
    callers.cancel(order),
    callers.report(order, 'payment', half, `${name} second`),
  ]);
  // Each refund is two thirds of the paid amount, so only one of the three refunds is possible.
  const share = Math.floor((half * 4) / 3);
  await Promise.all([1, 2, 3].map((n) => callers.report(order, 'refund', share, `${name} refund ${n}`)));
};

const paidWhileExpiring: Life = async (callers, order, name) => {
  await aMoment();
  const advancing = callers.advance(order, 'processing');
  await Promise.all([payTwice(callers, order, `${name} in time`), advancing]);
  await callers.advance(order, 'processing');
};

const cancelledWhileExpiring: Life = async (callers, order) => {
  await aMoment();
  await Promise.all([callers.cancel(order), callers.cancel(order)]);
};

const halfPaid: Life = async (callers, order, name) => {
  await callers.report(order, 'payment', Math.max(1, Math.floor(order.totalInCents / 2)), `${name} half`);
  await aMoment();
  await callers.report(order, 'payment', order.totalInCents, `${name} late`);
  await callers.report(order, 'refund', order.totalInCents, `${name} back`);
};

const cancelledWhileShipped: Life = async (callers, order, name) => {
  await callers.report(order, 'payment', order.totalInCents + 1, `${name} more`);
  await Promise.all([
    callers.advance(order, 'processing'),
    callers.report(order, 'refund', 1, `${name} excess`),
    callers.report(order, 'refund', 1, `${name} excess`),
  ]);
  await Promise.all([callers.advance(order, 'shipped'), callers.cancel(order)]);
};

const cancelledByStaff: Life = async (callers, order, name) => {
  await payTwice(callers, order, `${name} paid`);
  await Promise.all([callers.cancelAsStaff(order), callers.cancel(order), callers.advance(order, 'processing')]);
  await Promise.all([callers.cancelAsStaff(order), callers.advance(order, 'shipped')]);
};

const cancelledByStaffWhileExpiring: Life = async (callers, order) => {
  await aMoment();
  await Promise.all([callers.cancelAsStaff(order), callers.cancel(order)]);
};

const forgotten: Life = async () => {};

/** What can happen to an order. The orders of a run take the courses in turn: after the last course, the next order takes the first course again. */
export const courses: readonly Course[] = [
  { isSoon: false, live: delivered },
  { isSoon: true, live: paidWhileExpiring },
  { isSoon: false, live: paidWhileCancelled },
  { isSoon: true, live: cancelledWhileExpiring },
  { isSoon: true, live: halfPaid },
  { isSoon: false, live: cancelledWhileShipped },
  { isSoon: false, live: cancelledByStaff },
  { isSoon: true, live: cancelledByStaffWhileExpiring },
  { isSoon: true, live: forgotten },
];
