import type { Migration } from './migration.ts';

/** Validates the rules of SKUs and versions apart from adding them: reading the whole table keeps neither readers nor writers out. */
export const validateSkuOfProducts: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query(
      `alter table products
         validate constraint products_sku_check,
         validate constraint products_version_check,
         validate constraint products_sku_required_check`,
      { transaction },
    );
  },
  async down({ sequelize, transaction }) {
    await sequelize.query(
      `alter table products
         drop constraint products_sku_check,
         drop constraint products_version_check,
         drop constraint products_sku_required_check,
         add constraint products_sku_check check (sku ~ '^[A-Za-z0-9._-]{1,64}$') not valid,
         add constraint products_version_check check (version >= 0) not valid,
         add constraint products_sku_required_check check (sku is not null) not valid`,
      { transaction },
    );
  },
};
