import * as z from 'zod/mini';
import { PublicError } from '../errors.ts';
import type { ProductView } from './view.ts';

/** `newest` sorts by ID, because IDs follow the order of creation. */
export const productSorts = ['id', 'price', '-price', 'name', 'newest'] as const;
export type ProductSort = (typeof productSorts)[number];

// PostgreSQL cannot store U+0000, so only a forged cursor contains this character.
const hasNoNul = (value: string) => !value.includes(String.fromCharCode(0));

/** A position in a listing: the sort values of the last product of a page. It stays valid if products are added or removed. */
export const productPosition = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('id'), id: z.int() }),
  z.strictObject({ by: z.literal('price'), value: z.int().check(z.minimum(0)), id: z.int() }),
  z.strictObject({ by: z.literal('name'), value: z.string().check(z.maxLength(200), z.refine(hasNoNul)), id: z.int() }),
]);
export type ProductPosition = z.output<typeof productPosition>;

const sorts: Readonly<Record<ProductSort, { by: ProductPosition['by']; descending: boolean }>> = {
  id: { by: 'id', descending: false },
  newest: { by: 'id', descending: true },
  price: { by: 'price', descending: false },
  '-price': { by: 'price', descending: true },
  name: { by: 'name', descending: false },
};
const columns = {
  id: ['product.id'],
  price: ['product.price_in_cents', 'product.id'],
  name: ['product.name', 'product.id'],
} as const;

/** Returns the columns of a sort for keyset(). The ID breaks ties in the same direction, so that one index serves both directions. */
export function sortKeys(sort: ProductSort) {
  const { by, descending } = sorts[sort];
  return { by: columns[by], descending };
}

/** Returns the values of a position. @throws PublicError `invalid-cursor` for a position of another sort */
export function valuesOf(sort: ProductSort, position: ProductPosition): (string | number)[] {
  if (position.by !== sorts[sort].by) {
    throw new PublicError('invalid-cursor', 'The cursor belongs to another sort. Start again without a cursor.');
  }
  return position.by === 'id' ? [position.id] : [position.value, position.id];
}

/** Returns the position of a product in a listing with this sort. */
export function positionOf(
  sort: ProductSort,
  { id, priceInCents, name }: Pick<ProductView, 'id' | 'priceInCents' | 'name'>,
): ProductPosition {
  const { by } = sorts[sort];
  if (by === 'id') return { by, id };
  return by === 'price' ? { by, value: priceInCents, id } : { by, value: name, id };
}
