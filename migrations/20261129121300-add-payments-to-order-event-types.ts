import type { Migration } from './migration.ts';

const before = "('order.placed', 'order.cancelled', 'order.advanced')";

/** Allows the events of payments and refunds. Every existing event keeps the new rule, which another migration validates. */
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
