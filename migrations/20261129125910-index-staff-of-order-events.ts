import type { Migration } from './migration.ts';

/** Finds the events that a member of staff caused, to erase that person's name. The events of customers are not in the index. */
export const indexStaffOfOrderEvents: Migration = {
  transactional: false,
  up: [`create index concurrently order_events_staff_idx on order_events (actor) where actor <> 'customer'`],
  down: ['drop index concurrently if exists order_events_staff_idx'],
};
