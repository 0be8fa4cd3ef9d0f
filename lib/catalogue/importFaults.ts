import { ValidationError } from 'sequelize';
import { rejectedFields } from '../database/rejectedFields.ts';
import type { Database } from '../database/types.ts';
import type { Fault } from '../errors.ts';
import type { Category } from '../models/category.ts';
import type { Product } from '../models/product.ts';
import type { RowContent } from './contents.ts';

// The fields of a product that a row sets, except the category.
const ofRows = ['sku', 'name', 'description', 'priceInCents', 'isActive'];
// The maximum number of faults. A file with one wrong column has a fault in every row, and no caller reads that many.
const most = 500;

/** Returns the faults of the rows, up to 500: duplicate SKUs, and values that the models reject. */
export async function importFaults(db: Database, contents: readonly RowContent[]): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  const lines = new Map<string, number>();
  const categories = new Map<string, Promise<string | undefined>>();
  for (const { row, content, isActiveKnown, differs } of contents) {
    if (faults.length >= most) break;
    const at = (field: string, message: string) => faults.push({ path: `/body/${row.line}/${field}`, message });
    const before = lines.get(row.sku);
    if (before !== undefined) at('sku', `This SKU is also on line ${before}`);
    else lines.set(row.sku, row.line);
    // An unchanged row equals a stored product, which was validated when it was stored.
    if (!differs) continue;
    const { category, ...values } = content;
    for (const [field, message] of await faultsOf(db.Product.build({ sku: row.sku, ...values }), ofRows)) at(field, message);
    if (!isActiveKnown) at('isActive', 'Expected true or false');
    if (category === null) continue;
    const known = categories.get(category) ?? faultsOf(db.Category.build({ name: category }), ['name']).then(([fault]) => fault?.[1]);
    categories.set(category, known);
    const message = await known;
    if (message !== undefined) at('category', message);
  }
  return faults.slice(0, most);
}

/** Returns the rejected fields in the order of `fields`, each with its first message. */
async function faultsOf(
  instance: Product | Category,
  fields: readonly string[],
): Promise<readonly (readonly [field: string, message: string])[]> {
  try {
    await instance.validate({ fields: [...fields] });
    return [];
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    const found = rejectedFields(error);
    return fields.flatMap((field) => (found.has(field) ? ([[field, found.get(field) ?? '']] as const) : []));
  }
}
