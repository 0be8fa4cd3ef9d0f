import { col, fn } from 'sequelize';
import type { Database } from '../database/types.ts';

/** A category with its number of active products. */
export interface CategoryView {
  readonly id: number;
  readonly name: string;
  readonly productCount: number;
}

/** Returns every category by name, including categories without an active product. */
export async function listCategories(db: Database): Promise<{ readonly items: readonly CategoryView[] }> {
  const rows: unknown[] = await db.Category.findAll({
    attributes: ['id', 'name', [fn('count', col('products.id')), 'productCount']],
    // `required: false` makes the join an outer join. By default, an include with a condition is an inner join, which would omit categories without
    // an active product.
    include: [{ model: db.Product.scope('onSale'), as: 'products', attributes: [], required: false }],
    group: ['Category.id'],
    order: ['name', 'id'],
    raw: true,
  });
  return { items: rows as CategoryView[] };
}
