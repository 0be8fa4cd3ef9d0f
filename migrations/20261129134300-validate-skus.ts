import type { Migration } from './migration.ts';

/** Validates the SKUs apart from changing their rule: reading the whole table keeps neither readers nor writers out. */
export const validateSkus: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query('alter table products validate constraint products_sku_check', { transaction });
  },
  async down({ sequelize, transaction }) {
    await sequelize.query(
      `alter table products
         drop constraint products_sku_check,
         add constraint products_sku_check check (sku <> '' and sku !~ '[^A-Za-z0-9._-]') not valid`,
      { transaction },
    );
  },
};
