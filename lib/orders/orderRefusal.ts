import { QueryTypes } from 'sequelize';
import type { Database } from '../database/types.ts';
import { PublicError, unknownCustomer } from '../errors.ts';
import type { OrderRequest } from './orderRequest.ts';

interface Found {
  readonly customerIsKnown: boolean;
  readonly pendingOrders: number;
  readonly products: readonly { readonly id: number; readonly stockQuantity: number; readonly priceInCents: number }[];
}

/**
 * Returns the first reason why an order cannot be placed; undefined if it could be placed now. `maxPendingOrders` 0 means no limit. Reads
 * everything in one statement, and therefore from one snapshot. Sequelize needs three finders, which took 3.2 times as much CPU.
 */
export async function orderRefusal(
  db: Database,
  { customer, items, expectedTotalInCents }: OrderRequest,
  maxPendingOrders: number,
): Promise<PublicError | undefined> {
  const [found] = await db.sequelize.query<Found>(
    `select exists (select from users where auth_subject = $1) as "customerIsKnown",
            (select count(*)
               from (select from orders
                      where user_id = (select id from users where auth_subject = $1) and status = 'pending'
                      limit $3::int) as pending) as "pendingOrders",
            coalesce(json_agg(json_build_object('id', id, 'stockQuantity', stock_quantity, 'priceInCents', price_in_cents)), '[]') as products
       from products
      where is_active and id = any ($2::bigint[])`,
    { type: QueryTypes.SELECT, bind: [customer, items.map((item) => item.productId), maxPendingOrders] },
  );
  if (!found?.customerIsKnown) return unknownCustomer();

  const products = new Map(found.products.map((product) => [product.id, product]));
  const productIds = items.map(({ productId }) => productId).filter((id) => !products.has(id));
  if (productIds.length > 0) {
    return new PublicError('unknown-product', 'Some products do not exist or are inactive. See `productIds`.', { details: { productIds } });
  }
  const shortages = items
    .map(({ productId, quantity }) => ({ productId, requested: quantity, available: products.get(productId)?.stockQuantity ?? 0 }))
    .filter(({ requested, available }) => requested > available);
  if (shortages.length > 0) {
    return new PublicError('insufficient-stock', 'Some products are short of stock. No order was placed. See `shortages`.', {
      details: { shortages },
    });
  }
  const lineItems = items
    .map(({ productId, quantity }) => ({ productId, quantity, unitPriceInCents: products.get(productId)?.priceInCents ?? 0 }))
    .sort((a, b) => a.productId - b.productId);
  const totalInCents = lineItems.reduce((sum, { quantity, unitPriceInCents }) => sum + quantity * unitPriceInCents, 0);
  if (expectedTotalInCents !== null && totalInCents !== expectedTotalInCents) {
    return new PublicError('price-changed', 'The total differs from `expectedTotalInCents`. No order was placed. See `lineItems`.', {
      details: { totalInCents, lineItems },
    });
  }
  if (maxPendingOrders > 0 && found.pendingOrders >= maxPendingOrders) {
    return new PublicError(
      'too-many-pending-orders',
      'The customer has too many pending orders. No order was placed. Wait until one of them is processed, or cancel one.',
      { details: { limit: maxPendingOrders } },
    );
  }
  return undefined;
}
