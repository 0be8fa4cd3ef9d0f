import type { Migration } from './migration.ts';

/**
 * Lets the publisher park an event that the bus rejects repeatedly, so that later events of the same order are still published. `refusals` counts only
 * rejections of the event itself. `attempts` counts every claim, including claims while the bus was unavailable.
 */
export const parkRefusedEvents: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query(
      `alter table order_events
         add column refusals integer not null default 0,
         add column parked_at timestamptz,
         add constraint order_events_refusals_check check (refusals >= 0) not valid,
         add constraint order_events_parked_at_check check (parked_at is null or published_at is null) not valid`,
      { transaction },
    );
  },
  async down({ sequelize, transaction }) {
    // Dropping a column also drops its constraints.
    await sequelize.query('alter table order_events drop column parked_at, drop column refusals', { transaction });
  },
};
