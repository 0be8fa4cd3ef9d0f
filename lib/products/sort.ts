import * as z from 'zod/mini';
import { PublicError } from '../errors.ts';
import type { ProductView } from './view.ts';

/** `newest` is by id: ids are given in the order of creation, and need no clock. */
export const productSorts = ['id', 'price', '-price', 'name', 'newest'] as const;
export type ProductSort = (typeof productSorts)[number];

// The one character that no text of PostgreSQL holds, so that a name has it only in a cursor that somebody made up.
const hasNoNul = (value: string) => !value.includes(String.fromCharCode(0));

/** A place in a listing: the values of the last product seen, after which the next page begins. Stable when rows come and go. */
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

/** What a sort means for keyset(): the id decides between equals, in the same direction, so that one index serves both ways. */
export function sortKeys(sort: ProductSort) {
  const { by, descending } = sorts[sort];
  return { by: columns[by], descending };
}

/** The values of a position. @throws PublicError `invalid-cursor` for a position of another sort */
export function valuesOf(sort: ProductSort, position: ProductPosition): (string | number)[] {
  if (position.by !== sorts[sort].by) {
    throw new PublicError('invalid-cursor', 'This cursor is of another sort. Begin again without one.');
  }
  return position.by === 'id' ? [position.id] : [position.value, position.id];
}

export function positionOf(sort: ProductSort, { id, priceInCents, name }: ProductView): ProductPosition {
  const { by } = sorts[sort];
  if (by === 'id') return { by, id };
  return by === 'price' ? { by, value: priceInCents, id } : { by, value: name, id };
}
