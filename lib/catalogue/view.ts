import type { Product } from '../models/product.ts';
import type { ProductView } from '../products/view.ts';

/** A product as staff see it. */
export interface CatalogueProductView extends ProductView {
  readonly isActive: boolean;
  /** Increases with every change by staff. A change of stock does not change the version. */
  readonly version: number;
}

/** Returns the view of a product that was loaded with its category. */
export function catalogueProductView(product: Product): CatalogueProductView {
  const { id, sku, name, description, priceInCents, stockQuantity, category, createdAt, updatedAt, isActive, version } = product;
  return {
    ...{ id, sku, name, description, priceInCents, stockQuantity },
    category: category ? { id: category.id, name: category.name } : null,
    ...{ createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString(), isActive, version },
  };
}
