import type { Migration } from './migration.ts';

/** Counts parked events in each run without reading those that wait. Costs placing an order nothing: a new event is not in the index. */
export const indexParkedEvents: Migration = {
  transactional: false,
  up: ['create index concurrently order_events_parked_idx on order_events (id) where parked_at is not null'],
  down: ['drop index concurrently if exists order_events_parked_idx'],
};
