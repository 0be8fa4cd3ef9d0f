import { OptimisticLockError, type Transaction, UniqueConstraintError, ValidationError } from 'sequelize';
import { constraintOf } from '../database/failure.ts';
import { invalidBody } from '../database/rejectedFields.ts';
import type { Database } from '../database/types.ts';
import { PublicError } from '../errors.ts';
import { currentInvocation } from '../invocation.ts';
import type { Product } from '../models/product.ts';
import { categoriesNamed } from './categoriesNamed.ts';
import { type CatalogueProductView, catalogueProductView } from './view.ts';

/** The fields of a product that staff edit. */
export interface ProductContent {
  readonly name: string;
  readonly description: string;
  /** The name of a category, which is created if it does not exist; null for none. */
  readonly category: string | null;
  readonly priceInCents: number;
  readonly isActive: boolean;
}

interface Put {
  readonly sku: string;
  readonly content: ProductContent;
  /** `ifMatch`: the product must exist with one of these versions; `*` accepts any version. `ifNoneMatch`: the product must not exist. */
  readonly condition: { readonly ifMatch: '*' | readonly string[] | undefined; readonly ifNoneMatch: '*' | undefined };
}

interface Outcome {
  readonly product: CatalogueProductView;
  readonly isNew: boolean;
}

/**
 * Creates a product, or updates it if its version meets the condition. If several requests update the same version, the model's optimistic
 * lock accepts one of them.
 * @throws PublicError `invalid-request`, `precondition-required`, `precondition-failed`
 */
export async function putProduct(db: Database, put: Put): Promise<Outcome> {
  try {
    return await db.sequelize.transaction((transaction) => write(db, put, transaction));
  } catch (error) {
    if (error instanceof OptimisticLockError) throw failed(error);
    // Another request created the product after it was looked up.
    if (error instanceof UniqueConstraintError && constraintOf(error) === 'products_sku_key') throw exists(put, error);
    if (error instanceof ValidationError && !(error instanceof UniqueConstraintError)) throw invalidBody(error);
    throw error;
  }
}

async function write(db: Database, put: Put, transaction: Transaction): Promise<Outcome> {
  const { sku, content, condition } = put;
  // Creates the category before it locks the product, as an import does, so that this request and an import cannot deadlock.
  const [category] = content.category === null ? [] : await categoriesNamed(db, [content.category], transaction);
  // With `If-Match: *`, concurrent requests wait for this lock and all succeed. With a version, no lock is
  // needed: the model's optimistic lock lets only one request update that version.
  const lock = condition.ifMatch === '*' && { lock: transaction.LOCK.NO_KEY_UPDATE };
  const found = await db.Product.findOne({ where: { sku }, ...lock, transaction });
  const { name, description, priceInCents, isActive } = content;
  const values = { name, description, priceInCents, isActive, categoryId: category?.id ?? null };
  const shown = (product: Product) => catalogueProductView(Object.assign(product, { category: category ?? null }));
  if (!found) {
    if (condition.ifMatch !== undefined) throw failed();
    const fields = ['sku', 'categoryId', 'name', 'description', 'priceInCents', 'isActive'] as const;
    return { product: shown(await db.Product.create({ sku, ...values }, { fields: [...fields], transaction })), isNew: true };
  }
  if (isOwnWork(found, values, condition)) return { product: shown(found), isNew: condition.ifMatch === undefined };
  if (condition.ifNoneMatch !== undefined || condition.ifMatch === undefined) throw exists(put);
  if (condition.ifMatch !== '*' && !condition.ifMatch.includes(String(found.version))) throw failed();
  // Writes a new version even if no field changes, so that of two requests for the same version only one succeeds.
  found.set(values).changed('updatedAt', true);
  return { product: shown(await found.save({ transaction })), isNew: false };
}

/**
 * Returns whether an earlier attempt of this request stored the product and its response was lost. The signs: the product has the requested values, and its
 * version is one higher than in If-Match (0 for a new product).
 */
function isOwnWork(found: Product, values: Partial<Product>, { ifMatch }: Put['condition']): boolean {
  if ((currentInvocation()?.database.attempts ?? 1) < 2 || ifMatch === '*') return false;
  const versions = ifMatch === undefined ? [0] : ifMatch.map((version) => Number(version) + 1);
  return versions.includes(found.version) && Object.entries(values).every(([field, value]) => found.get(field) === value);
}

function failed(cause?: unknown): PublicError {
  return new PublicError('precondition-failed', 'The product does not exist, or its version has changed. Read it again.', { cause });
}

function exists({ condition }: Put, cause?: unknown): PublicError {
  if (condition.ifNoneMatch !== undefined)
    return new PublicError('precondition-failed', 'The product exists. Send If-Match with its ETag to change it.', { cause });
  return new PublicError('precondition-required', 'The product exists. Send If-Match with its ETag to change it.', { cause });
}
