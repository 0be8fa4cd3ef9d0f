import type { Migration } from './migration.ts';

/** Gives the products that are there a SKU made of their id, and from now on refuses to take one away. */
export const fillSkuOfProducts: Migration = {
  async up({ sequelize, transaction }) {
    // The rows are locked in order of id, as orders lock them: neither waits for the other in a circle.
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
    // Their SKUs stay: a later run fills only what is empty.
    await sequelize.query('alter table products drop constraint products_sku_required_check', { transaction });
  },
};
