import { hash } from 'node:crypto';

/** What a customer asks for. */
interface Basket {
  readonly items: readonly { readonly productId: number; readonly quantity: number }[];
  readonly discountCode: string | null;
}

/** A basket, by whom, and under which name. */
export interface OrderRequest extends Basket {
  /** The token's subject. */
  readonly customer: string;
  /** The customer's own name for this request: one order for each, ever. */
  readonly idempotencyKey: string;
  readonly requestId: string;
}

/** SHA-256, in hexadecimal, of what is asked for: equal for equal meaning, whatever the order of lines and fields. */
export function requestHash({ items, discountCode }: Basket): string {
  const lines = items.map(({ productId, quantity }) => [productId, quantity] as const).sort(([a], [b]) => a - b);
  return hash('sha256', JSON.stringify([lines, discountCode]), 'hex');
}
