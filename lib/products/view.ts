import { isoTime } from '../database/isoTime.ts';

/** A product as callers see it. */
export interface ProductView {
  readonly id: number;
  readonly sku: string;
  readonly name: string;
  readonly description: string;
  readonly priceInCents: number;
  readonly stockQuantity: number;
  readonly category: { readonly id: number; readonly name: string } | null;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A row of productColumns: the fields of a product and its category. Convert the times with isoTime. */
export interface ProductRow extends Omit<ProductView, 'category'> {
  readonly 'category.id': number | null;
  readonly 'category.name': string | null;
}

/** Converts a row to the product that callers see. */
export function productView({ 'category.id': categoryId, 'category.name': categoryName, ...product }: ProductRow): ProductView {
  return {
    id: product.id,
    sku: product.sku,
    name: product.name,
    description: product.description,
    priceInCents: product.priceInCents,
    stockQuantity: product.stockQuantity,
    category: categoryId === null || categoryName === null ? null : { id: categoryId, name: categoryName },
    createdAt: isoTime(product.createdAt),
    updatedAt: isoTime(product.updatedAt),
  };
}

/** SQL for the columns of a ProductRow. The tables are `products product` and `categories category`. */
export const productColumns = `
  product.id, product.sku, product.name, product.description, product.price_in_cents as "priceInCents", product.stock_quantity as "stockQuantity",
  product.created_at as "createdAt", product.updated_at as "updatedAt",
  category.id as "category.id", category.name as "category.name"`;
