import type { Migration } from './migration.ts';

/**
 * Lets the API's role keep the catalogue: create products and categories, and change what staff decide about a product. Not its SKU, which never
 * changes, nor its stock, which orders and stock movements change.
 */
export const letOrdersApiKeepTheCatalogue: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query(
      `grant select (version),
             insert (sku, category_id, name, description, price_in_cents, is_active, version, created_at, updated_at),
             update (category_id, name, description, price_in_cents, is_active, version) on products to orders_api;
       grant insert (name) on categories to orders_api`,
      { transaction },
    );
  },
  async down({ sequelize, transaction }) {
    await sequelize.query(
      `revoke select (version),
              insert (sku, category_id, name, description, price_in_cents, is_active, version, created_at, updated_at),
              update (category_id, name, description, price_in_cents, is_active, version) on products from orders_api;
       revoke insert (name) on categories from orders_api`,
      { transaction },
    );
  },
};
