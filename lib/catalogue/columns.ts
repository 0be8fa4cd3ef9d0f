import { neutralised } from './formulas.ts';
import type { CatalogueProductView } from './view.ts';

/** The columns of an export, which an import takes: what staff decide. Stock is booked, and not written over. */
export const catalogueColumns = ['sku', 'name', 'description', 'category', 'priceInCents', 'isActive'] as const;

/** Returns what writes products as an export: `write` gets the rows, of which no cell is a formula. */
export function catalogueRows<Result>(write: (rows: readonly object[]) => Result): (products: readonly CatalogueProductView[]) => Result {
  return (products) => write(products.map(rowOf));
}

function rowOf({ sku, name, description, category, priceInCents, isActive }: CatalogueProductView): object {
  return {
    ...{ sku: neutralised(sku), name: neutralised(name), description: neutralised(description) },
    ...{ category: neutralised(category?.name ?? ''), priceInCents, isActive: String(isActive) },
  };
}
