import type { Migration } from './migration.ts';

/** The unique index on order and sequence serves every search by order, so that an event is written into no more indexes than before. */
export const dropIndexOfOrderEventsById: Migration = {
  transactional: false,
  up: ['drop index concurrently if exists order_events_order_id_id_idx'],
  down: ['create index concurrently order_events_order_id_id_idx on order_events (order_id, id)'],
};
