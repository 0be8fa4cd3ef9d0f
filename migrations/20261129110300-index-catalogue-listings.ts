import type { Migration } from './migration.ts';

/**
 * Serves the searches of GET /catalogue/products that only staff make: for a part of a SKU, and for inactive products, which are few. Neither index contains
 * a column that an order changes.
 */
export const indexCatalogueListings: Migration = {
  transactional: false,
  up: [
    'create index concurrently products_sku_search_idx on products using gin (sku gin_trgm_ops)',
    'create index concurrently products_inactive_idx on products (id) where not is_active',
  ],
  down: ['drop index concurrently if exists products_inactive_idx', 'drop index concurrently if exists products_sku_search_idx'],
};
