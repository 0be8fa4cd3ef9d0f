import type { Migration } from './migration.ts';

/**
 * A product's number in the shop's own books, and how often staff have changed it. First of the steps that require a SKU: what is
 * inserted without one, by the release before or by hand, gets one made of its id; the next step gives the others theirs.
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
    // The constraints and the grant go with their columns.
    await sequelize.query(
      `drop trigger products_derive_sku on products;
       drop function products_derive_sku();
       alter table products drop column version, drop column sku`,
      { transaction },
    );
  },
};
