import { literal, Op, type WhereOptions } from 'sequelize';
import { keyset } from '../database/keyset.ts';
import { plainRows } from '../database/plainRows.ts';
import type { Database } from '../database/types.ts';
import { type JsonText, jsonArray } from '../json.ts';
import { type ProductPosition, type ProductSort, positionOf, sortKeys, valuesOf } from './sort.ts';
import { type ProductView, productJson } from './view.ts';

interface Listing {
  readonly limit: number;
  readonly sort: ProductSort;
  readonly after: ProductPosition | undefined;
  readonly categoryId?: number | undefined;
  /** A substring of name or description, in any case; `%` and `_` are themselves. */
  readonly search?: string | undefined;
  readonly inStock?: boolean | undefined;
}

/**
 * A page of the products on sale, each with its category: one statement, whatever the page holds. `items` is ProductViews as JSON;
 * `next` is null on the last page.
 */
export async function listProducts(db: Database, listing: Listing): Promise<{ items: JsonText; next: ProductPosition | null }> {
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

  const { by } = sortKeys(sort);
  const rows = await plainRows<Pick<ProductView, 'id' | 'name' | 'priceInCents'> & { json: string }>(
    db.Product.findAll({
      attributes: [...by, [literal(productJson), 'json']],
      where: { [Op.and]: where },
      order: walk.order,
      // One more than the page, to know whether there is another.
      limit: limit + 1,
      raw: true,
    }),
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { items: jsonArray(page.map(({ json }) => json)), next: last && rows.length > limit ? positionOf(sort, last) : null };
}

function contains(search: string): string {
  return `%${search.replace(/[\\%_]/g, '\\$&')}%`;
}
