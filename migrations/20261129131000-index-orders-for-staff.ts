import type { Migration } from './migration.ts';

/**
 * Serves the staff's list of orders with one status by time. One index contains paid orders, the other one unpaid orders that are not pending. A new order
 * is in neither index, unless its total is 0: orders_unpaid_idx contains pending, unpaid orders.
 */
export const indexOrdersForStaff: Migration = {
  transactional: false,
  up: [
    'create index concurrently orders_paid_status_idx on orders (status, created_at, id) where paid_in_cents >= total_in_cents',
    `create index concurrently orders_unpaid_status_idx on orders (status, created_at, id) where status <> 'pending' and paid_in_cents < total_in_cents`,
  ],
  down: ['drop index concurrently if exists orders_unpaid_status_idx', 'drop index concurrently if exists orders_paid_status_idx'],
};
