import type { Migration } from './migration.ts';

/** Validates the rules of parked events apart from adding them: reading the whole table keeps neither readers nor writers out. */
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
