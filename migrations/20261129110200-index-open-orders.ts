import type { Migration } from './migration.ts';

/** Finds the orders that are not shipped yet, which are few in a shop of any size. Their lines contain a product's reserved units. */
export const indexOpenOrders: Migration = {
  transactional: false,
  up: [`create index concurrently orders_open_idx on orders (status, id) where status in ('pending', 'processing')`],
  down: ['drop index concurrently if exists orders_open_idx'],
};
