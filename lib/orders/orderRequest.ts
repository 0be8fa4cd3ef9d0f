import { hash } from 'node:crypto';

/** The contents of an order request. */
interface Basket {
  readonly items: readonly { readonly productId: number; readonly quantity: number }[];
  readonly discountCode: string | null;
}

/** A basket with its customer and idempotency key. */
export interface OrderRequest extends Basket {
  /** The token's subject. */
  readonly customer: string;
  /** The customer's name for this request. Each key places at most one order. */
  readonly idempotencyKey: string;
  readonly requestId: string;
}

/** Returns the SHA-256 of a basket in hexadecimal. The order of lines and fields does not matter. */
export function requestHash({ items, discountCode }: Basket): string {
  const lines = items.map(({ productId, quantity }) => [productId, quantity] as const).sort(([a], [b]) => a - b);
  return hash('sha256', JSON.stringify([lines, discountCode]), 'hex');
}
