import type { Migration } from './migration.ts';

/**
 * What staff look for in GET /catalogue/products and customers do not: a part of a SKU, and products that are inactive, of which there are few. Neither
 * index holds anything that an order changes.
 */
export const indexCatalogueListings: Migration = {
  transactional: false,
  up: [
    'create index concurrently products_sku_search_idx on products using gin (sku gin_trgm_ops)',
    'create index concurrently products_inactive_idx on products (id) where not is_active',
  ],
  down: ['drop index concurrently if exists products_inactive_idx', 'drop index concurrently if exists products_sku_search_idx'],
};
