import type { Migration } from './migration.ts';

/** The orders of a month, for the sales report. Orders are many and are being written: the index is built beside that. */
export const indexOrdersByTime: Migration = {
  transactional: false,
  up: ['create index concurrently orders_created_at_idx on orders (created_at)'],
  down: ['drop index concurrently if exists orders_created_at_idx'],
};
