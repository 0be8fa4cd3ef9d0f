import { col, fn } from 'sequelize';
import type { Database } from '../database/types.ts';

/** A category, with how many of its products are on sale. */
export interface CategoryView {
  readonly id: number;
  readonly name: string;
  readonly productCount: number;
}

/** Returns every category by name, those without a product on sale too. */
export async function listCategories(db: Database): Promise<{ readonly items: readonly CategoryView[] }> {
  const rows: unknown[] = await db.Category.findAll({
    attributes: ['id', 'name', [fn('count', col('products.id')), 'productCount']],
    // Required false: a scope's condition would otherwise leave out the categories that no product fulfils it for.
    include: [{ model: db.Product.scope('onSale'), as: 'products', attributes: [], required: false }],
    group: ['Category.id'],
    order: ['name', 'id'],
    raw: true,
  });
  return { items: rows as CategoryView[] };
}
