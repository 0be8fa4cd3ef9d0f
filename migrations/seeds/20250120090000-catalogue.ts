import type { Seed } from '../migration.ts';
import { categories, products } from './data/catalogue.ts';
import { dice } from './random.ts';

const firstListedAt = Date.UTC(2024, 8, 2, 8);
const untilTheNext = (11 * 60 + 7) * 60_000;

/** Creates 20 categories and their products. The products were added one after another in the autumn of 2024. */
export const catalogueSeed: Seed = {
  async up({ sequelize, transaction }) {
    const { below, chance } = dice(2024);
    const rows = products.map(({ sku, category, name, description, priceInCents }, position) => {
      // The first product of each category can always be ordered, because the documentation orders such products.
      const isBestseller = position < categories.length;
      const isSoldOut = chance(5);
      const isRetired = chance(3);
      const stock = 1 + below(500);
      return {
        position,
        sku,
        category,
        name,
        description,
        price_in_cents: priceInCents,
        stock_quantity: isBestseller ? Math.max(stock, 200) : isSoldOut ? 0 : stock,
        is_active: isBestseller || !isRetired,
        created_at: new Date(firstListedAt + position * untilTheNext),
      };
    });

    await sequelize.query(
      `insert into categories (name)
       select name from jsonb_array_elements_text($1::jsonb) with ordinality as row (name, position)
       order by position
       on conflict (name) do nothing`,
      { bind: [JSON.stringify(categories)], transaction },
    );
    await sequelize.query(
      `insert into products (sku, category_id, name, description, price_in_cents, stock_quantity, is_active, created_at, updated_at)
       select row.sku, categories.id, row.name, row.description, row.price_in_cents, row.stock_quantity, row.is_active, row.created_at, row.created_at
       from jsonb_to_recordset($1::jsonb) as row (
         position int, sku text, category text, name text, description text, price_in_cents int, stock_quantity int, is_active boolean,
         created_at timestamptz
       )
       left join categories on categories.name = row.category
       order by row.position`,
      { bind: [JSON.stringify(rows)], transaction },
    );
  },
};
