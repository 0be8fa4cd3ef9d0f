import type { Migration } from './migration.ts';

/** The orders that are not shipped yet: few, however many orders there are. A product's reserved units are on their lines. */
export const indexOpenOrders: Migration = {
  transactional: false,
  up: [`create index concurrently orders_open_idx on orders (status, id) where status in ('pending', 'processing')`],
  down: ['drop index concurrently if exists orders_open_idx'],
};
