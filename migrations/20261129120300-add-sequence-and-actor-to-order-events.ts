import type { Migration } from './migration.ts';

/**
 * An event's place among its order's events, and who caused it. First of the steps that require both: the release before writes events
 * without them, during this deploy and after a rollback. Such an event gets them from a trigger, which counts as lib/orders/eventCount.ts does.
 * Its statement has locked or inserted the order already.
 */
export const addSequenceAndActorToOrderEvents: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query(
      `alter table order_events
         add column sequence integer,
         add column actor varchar(300),
         add constraint order_events_sequence_check check (sequence >= 1) not valid,
         add constraint order_events_actor_check check (actor <> '') not valid;
       create function order_events_derive_sequence() returns trigger language plpgsql set search_path = '' as $$
       begin
         new.actor := coalesce(new.actor, case new.type when 'order.advanced' then 'staff' else 'customer' end);
         if new.type = 'order.placed' then
           new.sequence := 1;
         else
           update public.orders
              set event_count = 1 + coalesce(event_count, case new.payload ->> 'previousStatus' when 'pending' then 1 when 'processing' then 2 else 3 end)
            where id = new.order_id
           returning event_count into new.sequence;
         end if;
         return new;
       end $$;
       revoke all on function order_events_derive_sequence() from public;
       create trigger order_events_derive_sequence before insert on order_events
         for each row when (new.sequence is null) execute function order_events_derive_sequence();
       grant select (sequence, actor), insert (sequence, actor) on order_events to orders_api`,
      { transaction },
    );
  },
  async down({ sequelize, transaction }) {
    // The constraints and the grants go with their columns.
    await sequelize.query(
      `drop trigger order_events_derive_sequence on order_events;
       drop function order_events_derive_sequence();
       alter table order_events drop column actor, drop column sequence`,
      { transaction },
    );
  },
};
