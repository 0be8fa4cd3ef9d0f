import type { Transaction } from 'sequelize';
import type { Database } from '../database/types.ts';
import type { Category } from '../models/category.ts';

/** Returns the categories with these names, and creates those that do not exist. Two requests may create one at the same moment. */
export async function categoriesNamed(db: Database, names: readonly string[], transaction: Transaction): Promise<Category[]> {
  // In the same order everywhere, so that no two transactions wait for each other.
  const wanted = [...new Set(names)].sort();
  const find = () => db.Category.findAll({ where: { name: wanted }, transaction });
  const found = wanted.length === 0 ? [] : await find();
  const missing = wanted.filter((name) => !found.some((category) => category.name === name));
  if (missing.length === 0) return found;
  await db.Category.bulkCreate(
    missing.map((name) => ({ name })),
    { fields: ['name'], validate: true, ignoreDuplicates: true, returning: false, transaction },
  );
  return find();
}
