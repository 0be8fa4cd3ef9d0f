import type { Migration } from './migration.ts';

const rule = `check (
           delivery_address @? '$ ? (@.name.type() == "string" && @.lines.type() == "array" && @.lines.size() >= 1 && @.lines.size() <= 4
                                     && @.city.type() == "string" && @.country like_regex "^[A-Z]{2}$")')`;

/** Validates the shape of addresses apart from adding the rule: reading the whole table keeps neither readers nor writers out. */
export const validateDeliveryAddressOfOrders: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query('alter table orders validate constraint orders_delivery_address_check', { transaction });
  },
  async down({ sequelize, transaction }) {
    await sequelize.query(
      `alter table orders
         drop constraint orders_delivery_address_check,
         add constraint orders_delivery_address_check ${rule} not valid`,
      { transaction },
    );
  },
};
