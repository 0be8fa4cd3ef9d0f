import type { Migration } from './migration.ts';

/** Validates the types of events apart from allowing new ones: reading the whole table keeps neither readers nor writers out. */
export const validateOrderEventTypes: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query('alter table order_events validate constraint order_events_type_check', { transaction });
  },
  async down({ sequelize, transaction }) {
    await sequelize.query(
      `alter table order_events
         drop constraint order_events_type_check,
         add constraint order_events_type_check
           check (type in ('order.placed', 'order.cancelled', 'order.advanced', 'order.paid', 'order.refunded')) not valid`,
      { transaction },
    );
  },
};
