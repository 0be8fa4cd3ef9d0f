import type { Migration } from './migration.ts';

/** Lets each run of the publisher count parked events without reading other events. A new event is not in the index and costs nothing. */
export const indexParkedEvents: Migration = {
  transactional: false,
  up: ['create index concurrently order_events_parked_idx on order_events (id) where parked_at is not null'],
  down: ['drop index concurrently if exists order_events_parked_idx'],
};
