import type { Migration } from './migration.ts';

/** Gives each existing product a SKU made of its ID. From now on, a check rejects a product without a SKU. */
export const fillSkuOfProducts: Migration = {
  async up({ sequelize, transaction }) {
    // Locks the rows in order of ID, as orders do, so that the update and an order cannot deadlock.
    await sequelize.query(
      `update products
          set sku = 'product-' || products.id
         from (select id from products where sku is null order by id for no key update) as unnamed
        where products.id = unnamed.id`,
      { transaction },
    );
    await sequelize.query('alter table products add constraint products_sku_required_check check (sku is not null) not valid', {
      transaction,
    });
  },
  async down({ sequelize, transaction }) {
    // The SKUs stay, because a later `up` fills only missing SKUs.
    await sequelize.query('alter table products drop constraint products_sku_required_check', { transaction });
  },
};
