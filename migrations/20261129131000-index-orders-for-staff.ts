import type { Migration } from './migration.ts';

/**
 * The orders of one status by time, for staff: those that are paid, and those that are not. Placing an order writes neither, unless its total is 0: an
 * order that is pending and unpaid is in orders_unpaid_idx.
 */
export const indexOrdersForStaff: Migration = {
  transactional: false,
  up: [
    'create index concurrently orders_paid_status_idx on orders (status, created_at, id) where paid_in_cents >= total_in_cents',
    `create index concurrently orders_unpaid_status_idx on orders (status, created_at, id) where status <> 'pending' and paid_in_cents < total_in_cents`,
  ],
  down: ['drop index concurrently if exists orders_unpaid_status_idx', 'drop index concurrently if exists orders_paid_status_idx'],
};
