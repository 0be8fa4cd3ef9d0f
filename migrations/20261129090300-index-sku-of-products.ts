import type { Migration } from './migration.ts';

/** One product for each SKU. */
export const indexSkuOfProducts: Migration = {
  transactional: false,
  up: ['create unique index concurrently products_sku_key on products (sku)'],
  down: ['drop index concurrently if exists products_sku_key'],
};
