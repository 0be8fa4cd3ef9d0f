import type { Migration } from './migration.ts';

/** Finds the orders that were not paid in time without reading those that were: the index holds only pending, unpaid orders. */
export const indexUnpaidOrders: Migration = {
  transactional: false,
  up: [`create index concurrently orders_unpaid_idx on orders (created_at) where status = 'pending' and paid_in_cents < total_in_cents`],
  down: ['drop index concurrently if exists orders_unpaid_idx'],
};
