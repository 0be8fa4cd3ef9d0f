import type { Migration } from './migration.ts';

/** Validates the rules of sequences and actors apart from adding them: reading the whole table keeps neither readers nor writers out. */
export const validateSequenceOfOrderEvents: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query(
      `alter table order_events
         validate constraint order_events_sequence_check,
         validate constraint order_events_actor_check,
         validate constraint order_events_sequence_required_check,
         validate constraint order_events_actor_required_check`,
      { transaction },
    );
  },
  async down({ sequelize, transaction }) {
    await sequelize.query(
      `alter table order_events
         drop constraint order_events_sequence_check,
         drop constraint order_events_actor_check,
         drop constraint order_events_sequence_required_check,
         drop constraint order_events_actor_required_check,
         add constraint order_events_sequence_check check (sequence >= 1) not valid,
         add constraint order_events_actor_check check (actor <> '') not valid,
         add constraint order_events_sequence_required_check check (sequence is not null) not valid,
         add constraint order_events_actor_required_check check (actor is not null) not valid`,
      { transaction },
    );
  },
};
