import { bindings, keyset } from '../database/keyset.ts';
import { runStatement } from '../database/runStatement.ts';
import type { Database } from '../database/types.ts';
import { type ProductPosition, type ProductSort, positionOf, sortKeys, valuesOf } from './sort.ts';
import { type ProductRow, type ProductView, productColumns, productView } from './view.ts';

interface Listing {
  readonly limit: number;
  readonly sort: ProductSort;
  readonly after: ProductPosition | undefined;
  readonly categoryId?: number | undefined;
  /** A case-insensitive substring of name or description; `%` and `_` are literal. */
  readonly search?: string | undefined;
  readonly inStock?: boolean | undefined;
}

interface ProductPage {
  readonly items: readonly ProductView[];
  readonly next: ProductPosition | null;
  /** Returns the position after the first `count` items. */
  readonly endingAt: (count: number) => ProductPosition | null;
}

/**
 * Returns a page of active products with their categories, in one statement. `next` is null on the last page.
 * SQL, because Sequelize's finder took 1.2 to 1.7 times its CPU for 200 products: test/bench/README.md.
 */
export async function listProducts(db: Database, listing: Listing): Promise<ProductPage> {
  const { limit, sort, after, categoryId, search, inStock } = listing;
  const { values, bind } = bindings();
  const walk = keyset(
    {
      within: categoryId === undefined ? [] : [['product.category_id', categoryId]],
      ...sortKeys(sort),
      after: after && valuesOf(sort, after),
    },
    bind,
  );
  const conditions = [...walk.conditions, 'product.is_active'];
  if (search !== undefined) {
    const patterns = formsOf(search).map((form) => bind(contains(form)));
    conditions.push(`(${patterns.map((pattern) => `product.name ilike ${pattern} or product.description ilike ${pattern}`).join(' or ')})`);
  }
  if (inStock) conditions.push('product.stock_quantity > 0');

  const rows = await runStatement<ProductRow>(
    db,
    `select ${productColumns}
       from products product
       left join categories category on category.id = product.category_id
      where ${conditions.join(' and ')}
      order by ${walk.order}
      limit ${bind(limit + 1)}`, // One more than the page, to know whether another page follows.
    values,
  );
  const items = rows.slice(0, limit).map(productView);
  const endingAt = (count: number) => {
    const last = items[count - 1];
    return last ? positionOf(sort, last) : null;
  };
  return { items, next: rows.length > limit ? endingAt(limit) : null, endingAt };
}

/**
 * Returns the distinct forms of a text: as given, composed (NFC) and decomposed (NFD), because `é` may be one character or two. Each is
 * searched for separately: the trigram index holds the columns as stored, and `normalize(name)` would read every row.
 */
function formsOf(text: string): string[] {
  return [...new Set([text, text.normalize('NFC'), text.normalize('NFD')])];
}

function contains(search: string): string {
  return `%${search.replace(/[\\%_]/g, '\\$&')}%`;
}
