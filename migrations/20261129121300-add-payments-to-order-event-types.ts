import type { Migration } from './migration.ts';

const before = "('order.placed', 'order.cancelled', 'order.advanced')";

/** Allows events of payments and refunds. The next migration validates the existing events. */
export const addPaymentsToOrderEventTypes: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query(
      `alter table order_events
         drop constraint order_events_type_check,
         add constraint order_events_type_check
           check (type in ('order.placed', 'order.cancelled', 'order.advanced', 'order.paid', 'order.refunded')) not valid`,
      { transaction },
    );
  },
  async down({ sequelize, transaction }) {
    await sequelize.query(
      `alter table order_events
         drop constraint order_events_type_check,
         add constraint order_events_type_check check (type in ${before})`,
      { transaction },
    );
  },
};
