import { plainRows } from '../database/plainRows.ts';
import type { Database } from '../database/types.ts';
import { PublicError } from '../errors.ts';
import { type ProductRow, type ProductView, productSelection, productView } from './view.ts';

/** One product that is on sale. @throws PublicError `not-found` */
export async function getProduct(db: Database, productId: number): Promise<ProductView> {
  const [row] = await plainRows<ProductRow>(db.Product.findAll({ ...productSelection(db), where: { id: productId, isActive: true } }));
  if (!row) throw new PublicError('not-found', 'There is no such product on sale.');
  return productView(row);
}
