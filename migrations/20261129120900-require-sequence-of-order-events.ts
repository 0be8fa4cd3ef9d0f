import type { Migration } from './migration.ts';

/** Makes the index a constraint and the columns required. Reads nothing: validated checks have shown that nothing is missing. */
export const requireSequenceOfOrderEvents: Migration = {
  safe: {
    'adding-not-nullable-field':
      'order_events_sequence_required_check and order_events_actor_required_check were validated by 20261129120600-validate-sequence-of-order-events',
  },
  async up({ sequelize, transaction }) {
    // `plan` runs no concurrent step, so that the index is missing there.
    await sequelize.query(
      `alter table order_events alter column sequence set not null, alter column actor set not null;
       do $$
       begin
         if to_regclass('order_events_order_id_sequence_key') is null then
           alter table order_events add constraint order_events_order_id_sequence_key unique (order_id, sequence);
         else
           alter table order_events add constraint order_events_order_id_sequence_key unique using index order_events_order_id_sequence_key;
         end if;
       end $$`,
      { transaction },
    );
    await sequelize.query(
      'alter table order_events drop constraint order_events_sequence_required_check, drop constraint order_events_actor_required_check',
      { transaction },
    );
  },
  async down({ sequelize, transaction }) {
    // The index stands by itself again, and the checks are as valid as they were: the columns could hold no null meanwhile.
    await sequelize.query(
      `alter table order_events
         add constraint order_events_sequence_required_check check (sequence is not null),
         add constraint order_events_actor_required_check check (actor is not null),
         alter column sequence drop not null,
         alter column actor drop not null,
         drop constraint order_events_order_id_sequence_key;
       create unique index order_events_order_id_sequence_key on order_events (order_id, sequence)`,
      { transaction },
    );
  },
};
