import { Op, type WhereOptions } from 'sequelize';
import { keyset } from '../database/keyset.ts';
import { plainRows } from '../database/plainRows.ts';
import type { Database } from '../database/types.ts';
import { type ProductPosition, type ProductSort, positionOf, sortKeys, valuesOf } from './sort.ts';
import { type ProductRow, type ProductView, productSelection, productView } from './view.ts';

interface Listing {
  readonly limit: number;
  readonly sort: ProductSort;
  readonly after: ProductPosition | undefined;
  readonly categoryId?: number | undefined;
  /** A substring of name or description, in any case; `%` and `_` are themselves. */
  readonly search?: string | undefined;
  readonly inStock?: boolean | undefined;
}

/** A page of the products on sale, each with its category: one statement, whatever the page holds. `next` is null on the last one. */
export async function listProducts(db: Database, listing: Listing): Promise<{ items: ProductView[]; next: ProductPosition | null }> {
  const { limit, sort, after, categoryId, search, inStock } = listing;
  const walk = keyset(db.sequelize, db.Product, {
    within: categoryId === undefined ? [] : [['categoryId', categoryId]],
    ...sortKeys(sort),
    after: after && valuesOf(sort, after),
  });
  const where: WhereOptions[] = [...walk.where, { isActive: true }];
  if (search !== undefined) {
    where.push({ [Op.or]: [{ name: { [Op.iLike]: contains(search) } }, { description: { [Op.iLike]: contains(search) } }] });
  }
  if (inStock) where.push({ stockQuantity: { [Op.gt]: 0 } });

  const rows = await plainRows<ProductRow>(
    // One more than the page, to know whether there is another.
    db.Product.findAll({ ...productSelection(db), where: { [Op.and]: where }, order: walk.order, limit: limit + 1 }),
  );
  const items = rows.slice(0, limit).map(productView);
  const last = items.at(-1);
  return { items, next: last && rows.length > limit ? positionOf(sort, last) : null };
}

function contains(search: string): string {
  return `%${search.replace(/[\\%_]/g, '\\$&')}%`;
}
