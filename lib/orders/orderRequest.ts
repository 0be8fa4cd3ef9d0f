import { hash } from 'node:crypto';
import type { Address } from '../models/order.ts';

/** The contents of an order request. */
interface Basket {
  readonly items: readonly { readonly productId: number; readonly quantity: number }[];
  readonly discountCode: string | null;
  readonly deliveryAddress: Address | null;
  /** The total that the caller has seen; null accepts any. */
  readonly expectedTotalInCents: number | null;
}

/** A basket with its customer and idempotency key. */
export interface OrderRequest extends Basket {
  /** The token's subject. */
  readonly customer: string;
  /** An ID of this request that the customer chose. Each key places at most one order. */
  readonly idempotencyKey: string;
  readonly requestId: string;
}

/**
 * Returns the SHA-256 of a basket in hexadecimal. The order of lines and fields does not matter. For a basket with neither an address nor an
 * expected total, the hash equals the one that earlier releases stored, so that a retry after a deploy still finds its order.
 */
export function requestHash({ items, discountCode, deliveryAddress, expectedTotalInCents }: Basket): string {
  const lines = items.map(({ productId, quantity }) => [productId, quantity] as const).sort(([a], [b]) => a - b);
  const later = deliveryAddress === null && expectedTotalInCents === null ? [] : [addressParts(deliveryAddress), expectedTotalInCents];
  return hash('sha256', JSON.stringify([lines, discountCode, ...later]), 'hex');
}

function addressParts(address: Address | null): readonly unknown[] | null {
  return address && [address.name, address.lines, address.postalCode ?? null, address.city, address.country];
}
