import type { Migration } from './migration.ts';

/** Requires a sequence and an actor of each new event. Existing events are validated apart from this: that reads the whole table. */
export const requireSequenceOfNewOrderEvents: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query(
      `alter table order_events
         add constraint order_events_sequence_required_check check (sequence is not null) not valid,
         add constraint order_events_actor_required_check check (actor is not null) not valid`,
      { transaction },
    );
  },
  async down({ sequelize, transaction }) {
    await sequelize.query(
      `alter table order_events
         drop constraint order_events_actor_required_check,
         drop constraint order_events_sequence_required_check`,
      { transaction },
    );
  },
};
