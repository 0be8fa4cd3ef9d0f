import type { Migration } from './migration.ts';

/** Validates the checks of parked events in a separate step, so that reading the whole table blocks neither readers nor writers. */
export const validateParkedEvents: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query(
      `alter table order_events
         validate constraint order_events_refusals_check,
         validate constraint order_events_parked_at_check`,
      { transaction },
    );
  },
  async down({ sequelize, transaction }) {
    await sequelize.query(
      `alter table order_events
         drop constraint order_events_refusals_check,
         drop constraint order_events_parked_at_check,
         add constraint order_events_refusals_check check (refusals >= 0) not valid,
         add constraint order_events_parked_at_check check (parked_at is null or published_at is null) not valid`,
      { transaction },
    );
  },
};
