import type { Migration } from './migration.ts';

/** Finds cancelled orders whose payments are not refunded, by the time of their last change. A new order is not in the index. */
export const indexRefundsDue: Migration = {
  transactional: false,
  up: [`create index concurrently orders_refund_due_idx on orders (updated_at) where status = 'cancelled' and paid_in_cents > 0`],
  down: ['drop index concurrently if exists orders_refund_due_idx'],
};
