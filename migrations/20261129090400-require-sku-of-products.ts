import type { Migration } from './migration.ts';

/** Makes the index a constraint and the column required. Reads nothing: a validated check has shown that no SKU is missing. */
export const requireSkuOfProducts: Migration = {
  safe: { 'adding-not-nullable-field': 'products_sku_required_check was validated by 20261129090200-validate-sku-of-products' },
  async up({ sequelize, transaction }) {
    // `plan` runs no concurrent step, so that the index is missing there.
    await sequelize.query(
      `alter table products alter column sku set not null;
       do $$
       begin
         if to_regclass('products_sku_key') is null then
           alter table products add constraint products_sku_key unique (sku);
         else
           alter table products add constraint products_sku_key unique using index products_sku_key;
         end if;
       end $$`,
      { transaction },
    );
    await sequelize.query('alter table products drop constraint products_sku_required_check', { transaction });
  },
  async down({ sequelize, transaction }) {
    // The index stands by itself again, and the check is as valid as it was: the column could hold no null meanwhile.
    await sequelize.query(
      `alter table products
         add constraint products_sku_required_check check (sku is not null),
         alter column sku drop not null,
         drop constraint products_sku_key;
       create unique index products_sku_key on products (sku)`,
      { transaction },
    );
  },
};
