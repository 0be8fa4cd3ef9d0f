import type { Migration } from './migration.ts';

/**
 * One index for each sort of GET /products, alone and within a category; `id` and `newest` alone read the primary key.
 * products_category_id_id_idx is not partial: it also serves the deletion of a category.
 */
export const indexProductListings: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query(
      `create index products_price_in_cents_id_idx on products (price_in_cents, id) where is_active;
       create index products_name_id_idx on products (name, id) where is_active;
       create index products_category_id_id_idx on products (category_id, id);
       create index products_category_id_price_in_cents_id_idx on products (category_id, price_in_cents, id) where is_active;
       create index products_category_id_name_id_idx on products (category_id, name, id) where is_active`,
      { transaction },
    );
  },
  async down({ sequelize, transaction }) {
    await sequelize.query(
      `drop index products_category_id_name_id_idx;
       drop index products_category_id_price_in_cents_id_idx;
       drop index products_category_id_id_idx;
       drop index products_name_id_idx;
       drop index products_price_in_cents_id_idx`,
      { transaction },
    );
  },
};
