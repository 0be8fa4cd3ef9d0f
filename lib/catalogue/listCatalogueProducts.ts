import { Op, type WhereOptions } from 'sequelize';
import * as z from 'zod/mini';
import type { Database } from '../database/types.ts';
import type { Product } from '../models/product.ts';
import { type CatalogueProductView, catalogueProductView } from './view.ts';

/** A position in the catalogue: the last product of the page before. */
export const cataloguePosition = z.strictObject({ id: z.int() });
type CataloguePosition = z.output<typeof cataloguePosition>;

interface Listing {
  readonly limit: number;
  readonly after: CataloguePosition | undefined;
  readonly categoryId?: number | undefined;
  readonly isActive?: boolean | undefined;
  /** A case-insensitive substring of name, description or SKU. */
  readonly search?: string | undefined;
}

interface CataloguePage {
  readonly items: readonly CatalogueProductView[];
  readonly next: CataloguePosition | null;
  /** Returns the position after the first `count` items. */
  readonly endingAt: (count: number) => CataloguePosition | null;
}

/** Returns a page of all products, including inactive ones, by ID, in one statement. */
export async function listCatalogueProducts(db: Database, { limit, after, categoryId, isActive, search }: Listing): Promise<CataloguePage> {
  const where: WhereOptions<Product> = {
    ...(after && { id: { [Op.gt]: after.id } }),
    // A range of one value that is part of the order, so that the planner reads the category's index: lib/database/keyset.ts says why.
    ...(categoryId !== undefined && { categoryId: { [Op.between]: [categoryId, categoryId] } }),
    ...(isActive !== undefined && { isActive }),
    ...(search !== undefined && { [Op.or]: patternsOf(search).flatMap(anywhere) }),
  };
  // One more than the page, to know whether another page follows.
  const order = categoryId === undefined ? ['id'] : ['categoryId', 'id'];
  const products = await db.Product.findAll({ where, include: 'category', order, limit: limit + 1 });
  const items = products.slice(0, limit).map(catalogueProductView);
  const endingAt = (count: number) => {
    const last = items[count - 1];
    return last ? { id: last.id } : null;
  };
  return { items, next: products.length > limit ? endingAt(limit) : null, endingAt };
}

const anywhere = (pattern: string) => ['name', 'description', 'sku'].map((field) => ({ [field]: { [Op.iLike]: pattern } }));

/** Returns the patterns of a search text. `%` and `_` are literal. An accented letter may be one character or two (NFC, NFD). */
function patternsOf(search: string): string[] {
  const forms = new Set([search, search.normalize('NFC'), search.normalize('NFD')]);
  return Array.from(forms, (form) => `%${form.replace(/[\\%_]/g, '\\$&')}%`);
}
