import { neutralised } from './formulas.ts';
import type { CatalogueProductView } from './view.ts';

/** The columns of an export and an import: the fields that staff edit. An import must not overwrite stock, so stock is not among them. */
export const catalogueColumns = ['sku', 'name', 'description', 'category', 'priceInCents', 'isActive'] as const;

/** Returns a function that converts products to the rows of an export, neutralises formulas in them, and passes the rows to `write`. */
export function catalogueRows<Result>(write: (rows: readonly object[]) => Result): (products: readonly CatalogueProductView[]) => Result {
  return (products) => write(products.map(rowOf));
}

function rowOf({ sku, name, description, category, priceInCents, isActive }: CatalogueProductView): object {
  return {
    ...{ sku: neutralised(sku), name: neutralised(name), description: neutralised(description) },
    ...{ category: neutralised(category?.name ?? ''), priceInCents, isActive: String(isActive) },
  };
}
