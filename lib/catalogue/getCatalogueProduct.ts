import type { Database } from '../database/types.ts';
import { PublicError } from '../errors.ts';
import { type CatalogueProductView, catalogueProductView } from './view.ts';

/** Returns a product by its SKU, even if it is inactive. @throws PublicError `not-found` */
export async function getCatalogueProduct(db: Database, sku: string): Promise<CatalogueProductView> {
  const product = await db.Product.findOne({ where: { sku }, include: 'category' });
  if (!product) throw noSuchProduct();
  return catalogueProductView(product);
}

/** Returns the error for an unknown SKU. */
export function noSuchProduct(): PublicError {
  return new PublicError('not-found', 'No product has this SKU.');
}
