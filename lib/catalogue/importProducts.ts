import { type Transaction, UniqueConstraintError } from 'sequelize';
import type { Database } from '../database/types.ts';
import { invalidRequest, PublicError } from '../errors.ts';
import { categoriesNamed } from './categoriesNamed.ts';
import { contentsOf, type Row } from './contents.ts';
import { importFaults } from './importFaults.ts';

/** How many products an import created, updated and left unchanged. */
export interface ImportResult {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

interface Values {
  readonly sku: string;
  readonly name: string;
  readonly description: string;
  readonly categoryId: number | null;
  readonly priceInCents: number;
  readonly isActive: boolean;
  readonly version: number;
}

const fields = ['sku', 'name', 'description', 'categoryId', 'priceInCents', 'isActive', 'version', 'createdAt', 'updatedAt'] as const;
const changing = ['name', 'description', 'categoryId', 'priceInCents', 'isActive', 'version', 'updatedAt'] as const;
// Rows per statement. One statement takes far less than 5 s, which is the role's limit for a statement and for a pause between two statements.
const chunk = 1_000;
// An attempt may fail if another import commits first. At most 3 imports run at once (`reservedConcurrency` of `catalogue`), so the two other imports can
// make two attempts fail. The remaining attempts are for concurrent changes of single products.
const attempts = 5;

/**
 * Creates and updates products by SKU in one transaction. If the table lacks a column, existing products keep their value and new products get the
 * default. All rows are validated before the transaction begins, so that no row is locked during the validation.
 * @throws PublicError `invalid-request` with all faults, up to 500
 */
export async function importProducts(db: Database, rows: readonly Row[]): Promise<ImportResult> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    try {
      return await importOnce(db, rows);
    } catch (error) {
      // Another request created or changed one of the products after they were read.
      if (!(error instanceof UniqueConstraintError || error instanceof ChangedMeanwhile)) throw error;
    }
  }
  throw new PublicError('overloaded', 'The products changed during the import. Nothing was written. Retry after a pause.');
}

class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile';
}

async function importOnce(db: Database, rows: readonly Row[]): Promise<ImportResult> {
  const existing = await namedProducts(db, rows);
  const contents = contentsOf(rows, existing);
  const faults = await importFaults(db, contents);
  if (faults.length > 0) throw invalidRequest(faults);
  const differing = contents.filter(({ differs }) => differs);
  const result = { created: 0, updated: 0, unchanged: contents.length - differing.length };
  if (differing.length === 0) return result;
  return db.sequelize.transaction(async (transaction) => {
    const names = differing.flatMap(({ content }) => content.category ?? []);
    const categories = new Map((await categoriesNamed(db, names, transaction)).map(({ id, name }) => [name, id]));
    const locked = await lockedProducts(
      db,
      differing.map(({ row }) => row.sku),
      transaction,
    );
    const created: Values[] = [];
    const updated: Values[] = [];
    for (const { row, content } of differing) {
      const { name, description, category, priceInCents, isActive } = content;
      const categoryId = category === null ? null : (categories.get(category) ?? null);
      const values = { sku: row.sku, name, description, categoryId, priceInCents, isActive };
      const found = locked.get(row.sku);
      if (found?.version !== existing.get(row.sku)?.version) throw new ChangedMeanwhile();
      if (!found) created.push({ ...values, version: 0 });
      else updated.push({ ...values, version: found.version + 1 });
    }
    await inChunks(updated, (part) =>
      db.Product.bulkCreate(part, {
        ...{ fields: [...fields], updateOnDuplicate: [...changing], conflictAttributes: ['sku'], returning: false, transaction },
      }),
    );
    // Sorted, so that two imports of the same new products cannot deadlock.
    created.sort((one, other) => (one.sku < other.sku ? -1 : 1));
    await inChunks(created, (part) => db.Product.bulkCreate(part, { fields: [...fields], returning: false, transaction }));
    return { ...result, created: created.length, updated: updated.length };
  });
}

/** Returns the existing products of the rows, each with the name of its category. */
async function namedProducts(db: Database, rows: readonly Row[]) {
  const found = await db.Product.findAll({
    where: { sku: rows.map(({ sku }) => sku) },
    attributes: ['sku', 'name', 'description', 'priceInCents', 'isActive', 'version'],
    include: [{ association: 'category', attributes: ['name'] }],
    raw: true,
    nest: true,
  });
  return new Map(found.map((product) => [product.sku, { ...product, category: product.category?.name ?? null }]));
}

/** Locks products in order of their ID, as orders do, so that an import and an order cannot deadlock. */
async function lockedProducts(db: Database, skus: readonly string[], transaction: Transaction): Promise<Map<string, { version: number }>> {
  const attributes = ['sku', 'version'];
  const lock = transaction.LOCK.NO_KEY_UPDATE;
  const found = await db.Product.findAll({ where: { sku: [...skus] }, attributes, order: ['id'], raw: true, lock, transaction });
  return new Map(found.map(({ sku, version }) => [sku, { version }]));
}

async function inChunks<Item>(items: readonly Item[], send: (part: Item[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < items.length; at += chunk) await send(items.slice(at, at + chunk));
}
