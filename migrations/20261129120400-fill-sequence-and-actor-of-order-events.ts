import type { Migration } from './migration.ts';

/**
 * Gives the existing events their sequence and actor, 5,000 at a time, each batch committed: no lock is held for long, and a run that was cut
 * short continues. Until now an order's status told its events' places, so each event has its sequence in itself, even if earlier ones are deleted.
 * A batch skips what the publisher holds at the moment and comes back to it. Then two events of an order can never have the same sequence.
 */
export const fillSequenceAndActorOfOrderEvents: Migration = {
  transactional: false,
  safe: { 'not-repeatable': 'it fills only what is null, so a repeated run continues where the last one ended' },
  up: [
    `do $$
     declare
       last bigint := 0;
     begin
       loop
         with batch as materialized (
           select id from order_events where id > coalesce(last, 0) and sequence is null order by id limit 5000 for no key update skip locked
         ), filled as (
           update order_events
              set sequence = case type when 'order.placed' then 1
                                       when 'order.cancelled' then case payload ->> 'previousStatus' when 'processing' then 3 else 2 end
                                       else case payload ->> 'status' when 'processing' then 2 when 'shipped' then 3 else 4 end end,
                  actor = case type when 'order.advanced' then 'staff' else 'customer' end
             from batch
            where order_events.id = batch.id
           returning order_events.id, order_id, type, sequence
         ), counted as (
           -- The one status that does not tell the number of events: cancelled after pending, or after processing.
           update orders set event_count = filled.sequence
             from filled
            where orders.id = filled.order_id and filled.type = 'order.cancelled' and event_count is null
         )
         select max(id) into last from filled;
         if last is null then
           exit when not exists (select from order_events where sequence is null);
           perform pg_sleep(0.1);
         end if;
         commit;
       end loop;
     end $$`,
    'create unique index concurrently order_events_order_id_sequence_key on order_events (order_id, sequence)',
  ],
  // What was filled goes with the columns.
  down: ['drop index concurrently if exists order_events_order_id_sequence_key'],
};
