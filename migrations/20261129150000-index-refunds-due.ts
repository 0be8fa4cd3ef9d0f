import type { Migration } from './migration.ts';

/** The cancelled orders whose payments were not refunded, by their last change. Placing an order does not write it. */
export const indexRefundsDue: Migration = {
  transactional: false,
  up: [`create index concurrently orders_refund_due_idx on orders (updated_at) where status = 'cancelled' and paid_in_cents > 0`],
  down: ['drop index concurrently if exists orders_refund_due_idx'],
};
