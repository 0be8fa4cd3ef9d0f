import type { Migration } from './migration.ts';

/** Makes the unique index a constraint, and the column required. Reads no rows, because a validated check proves that no SKU is missing. */
export const requireSkuOfProducts: Migration = {
  safe: { 'adding-not-nullable-field': 'products_sku_required_check was validated by 20261129090200-validate-sku-of-products' },
  async up({ sequelize, transaction }) {
    // `plan` does not run the step that builds the index concurrently, so the index may be missing.
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
    // Restores the validated check, and the index without its constraint.
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
