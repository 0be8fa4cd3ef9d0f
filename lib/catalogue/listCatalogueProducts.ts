import { Op, type WhereOptions } from 'sequelize';
import * as z from 'zod/mini';
import { idOf, type Page, pageOf } from '../database/page.ts';
import { searchPatterns } from '../database/searchPatterns.ts';
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

/** Returns a page of all products, including inactive ones, sorted by ID, in one statement. */
export async function listCatalogueProducts(
  db: Database,
  { limit, after, categoryId, isActive, search }: Listing,
): Promise<Page<CatalogueProductView, CataloguePosition>> {
  const where: WhereOptions<Product> = {
    ...(after && { id: { [Op.gt]: after.id } }),
    // A range, because with `=` the planner might scan the primary key and not the index on `categoryId` (lib/database/keyset.ts has the reason).
    ...(categoryId !== undefined && { categoryId: { [Op.between]: [categoryId, categoryId] } }),
    ...(isActive !== undefined && { isActive }),
    ...(search !== undefined && { [Op.or]: searchPatterns(search).flatMap(anywhere) }),
  };
  const order = categoryId === undefined ? ['id'] : ['categoryId', 'id'];
  const products = await db.Product.findAll({ where, include: 'category', order, limit: limit + 1 });
  return pageOf(products, limit, catalogueProductView, idOf);
}

const anywhere = (pattern: string) => ['name', 'description', 'sku'].map((field) => ({ [field]: { [Op.iLike]: pattern } }));
