import type { Migration } from './migration.ts';

/**
 * Adds the SKU, a product's number in the shop's own books, and `version`, the number of staff's changes. This is the first step towards a required SKU. A
 * trigger derives a missing SKU of a new product from its ID, because the previous release inserts none. The next step fills the SKUs of existing products.
 */
export const addSkuAndVersionToProducts: Migration = {
  async up({ sequelize, transaction }) {
    await sequelize.query(
      `alter table products
         add column sku varchar(64),
         add column version integer not null default 0,
         add constraint products_sku_check check (sku ~ '^[A-Za-z0-9._-]{1,64}$') not valid,
         add constraint products_version_check check (version >= 0) not valid;
       create function products_derive_sku() returns trigger language plpgsql set search_path = '' as $$
       begin
         new.sku := 'product-' || new.id;
         return new;
       end $$;
       revoke all on function products_derive_sku() from public;
       create trigger products_derive_sku before insert on products
         for each row when (new.sku is null) execute function products_derive_sku();
       grant select (sku) on products to orders_api`,
      { transaction },
    );
  },

  async down({ sequelize, transaction }) {
    // Dropping the columns also drops their constraints and the grant.
    await sequelize.query(
      `drop trigger products_derive_sku on products;
       drop function products_derive_sku();
       alter table products drop column version, drop column sku`,
      { transaction },
    );
  },
};
