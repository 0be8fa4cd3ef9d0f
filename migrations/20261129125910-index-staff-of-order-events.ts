import type { Migration } from './migration.ts';

/** Finds the events that a member of staff caused, when that person's name is erased. Placing and cancelling an order writes no entry here. */
export const indexStaffOfOrderEvents: Migration = {
  transactional: false,
  up: [`create index concurrently order_events_staff_idx on order_events (actor) where actor <> 'customer'`],
  down: ['drop index concurrently if exists order_events_staff_idx'],
};
