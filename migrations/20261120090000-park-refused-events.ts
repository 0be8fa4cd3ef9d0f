import type { Migration } from './migration.ts';

/**
 * Parks an event that the bus refuses again and again, so that its order's later events go on. `refusals` counts only what the bus
 * answered about the event itself; `attempts` counts every claim, those while the bus was down included.
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
    // The constraints go with their columns.
    await sequelize.query('alter table order_events drop column parked_at, drop column refusals', { transaction });
  },
};
