import { jsonTime } from '../database/jsonTime.ts';
import type { Database } from '../database/types.ts';

/** A product as callers see it. */
export interface ProductView {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly priceInCents: number;
  readonly stockQuantity: number;
  readonly category: { readonly id: number; readonly name: string } | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A row of the finder below: the product's fields and its category's. */
export interface ProductRow extends Omit<ProductView, 'category'> {
  readonly 'category.id': number | null;
  readonly 'category.name': string | null;
}

/** What a finder selects for a ProductView, in one statement: the product and, where it has one, its category. */
export function productSelection(db: Database) {
  return {
    attributes: ['id', 'name', 'description', 'priceInCents', 'stockQuantity', 'createdAt', 'updatedAt'],
    include: [{ model: db.Category, as: 'category', attributes: ['id', 'name'] }],
    raw: true,
  };
}

export function productView({ 'category.id': categoryId, 'category.name': categoryName, ...product }: ProductRow): ProductView {
  return {
    id: product.id,
    name: product.name,
    description: product.description,
    priceInCents: product.priceInCents,
    stockQuantity: product.stockQuantity,
    category: categoryId === null || categoryName === null ? null : { id: categoryId, name: categoryName },
    createdAt: product.createdAt,
    updatedAt: product.updatedAt,
  };
}

/** A ProductView as JSON, for a finder's attributes: see test/bench/README.md for what it saves. Its category is joined by primary key. */
export const productJson = `(
  select row_to_json(view)::text
    from (select "Product".id, "Product".name, "Product".description, "Product".price_in_cents as "priceInCents",
                 "Product".stock_quantity as "stockQuantity",
                 (select row_to_json(category) from (select id, name from categories where id = "Product".category_id) category) as category,
                 ${jsonTime('"Product".created_at')} as "createdAt", ${jsonTime('"Product".updated_at')} as "updatedAt") view)`.replace(/\s+/g, ' ');
