import type { Transaction } from 'sequelize';
import type { Database } from '../database/types.ts';
import type { Category } from '../models/category.ts';

/** Returns the categories with these names and creates the missing ones. Safe when two requests create the same category at once. */
export async function categoriesNamed(db: Database, names: readonly string[], transaction: Transaction): Promise<Category[]> {
  // Always sorted, so that two transactions that create the same categories cannot deadlock.
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
