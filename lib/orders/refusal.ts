import { QueryTypes } from 'sequelize';
import type { Database } from '../database/types.ts';
import { PublicError, unknownCustomer } from '../errors.ts';
import type { OrderRequest } from './orderRequest.ts';

/**
 * Returns why an order cannot be placed, in the contract's order; undefined if it could be placed now.
 * Customer and products are one statement, so that both come from one snapshot.
 */
export async function refusal(db: Database, { customer, items }: OrderRequest): Promise<PublicError | undefined> {
  const [found] = await db.sequelize.query<{ customerIsKnown: boolean; products: { id: number; stockQuantity: number }[] }>(
    `select exists (select from users where auth_subject = $1) as "customerIsKnown",
            coalesce(json_agg(json_build_object('id', id, 'stockQuantity', stock_quantity)), '[]') as products
       from products
      where is_active and id = any ($2::bigint[])`,
    { type: QueryTypes.SELECT, bind: [customer, items.map((item) => item.productId)] },
  );
  if (!found?.customerIsKnown) return unknownCustomer();

  const available = new Map(found.products.map(({ id, stockQuantity }) => [id, stockQuantity]));
  const lines = items.map(({ productId, quantity }) => ({ productId, requested: quantity, available: available.get(productId) }));
  const productIds = lines.filter((line) => line.available === undefined).map((line) => line.productId);
  if (productIds.length > 0) {
    return new PublicError('unknown-product', 'Some products do not exist or are inactive. See `productIds`.', { details: { productIds } });
  }
  const shortages = lines.filter((line) => line.requested > (line.available ?? 0));
  if (shortages.length > 0) {
    return new PublicError('insufficient-stock', 'Some products are short of stock. No order was placed. See `shortages`.', {
      details: { shortages },
    });
  }
  return undefined;
}
