import { literal, type OrderItem, type Sequelize, type WhereOptions } from 'sequelize';
import * as z from 'zod/mini';
import { PublicError } from '../errors.ts';
import type { ProductView } from './view.ts';

/** `newest` is by id: ids are given in the order of creation, and need no clock. */
export const productSorts = ['id', 'price', '-price', 'name', 'newest'] as const;
export type ProductSort = (typeof productSorts)[number];

/** A place in a listing: the values of the last product seen, by which the next page begins. Stable when rows come and go. */
export const productPosition = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('id'), id: z.int() }),
  z.strictObject({ by: z.literal('price'), value: z.int().check(z.minimum(0)), id: z.int() }),
  z.strictObject({ by: z.literal('name'), value: z.string().check(z.maxLength(200), z.regex(/^\P{Cc}*$/u)), id: z.int() }),
]);
export type ProductPosition = z.output<typeof productPosition>;

const directions: Readonly<Record<ProductSort, { by: ProductPosition['by']; descending: boolean }>> = {
  id: { by: 'id', descending: false },
  newest: { by: 'id', descending: true },
  price: { by: 'price', descending: false },
  '-price': { by: 'price', descending: true },
  name: { by: 'name', descending: false },
};

/** Order by, for a finder. The id decides between equals, in the same direction, so that one index serves both ways. */
export function productOrder(sort: ProductSort): OrderItem[] {
  const { by, descending } = directions[sort];
  const direction = descending ? 'desc' : 'asc';
  const id: OrderItem = ['id', direction];
  return by === 'id' ? [id] : [[by === 'price' ? 'priceInCents' : 'name', direction], id];
}

/**
 * Where, for a finder: what comes after the position. A comparison of rows, for which Sequelize has no operator: the index
 * walks straight to it, whereas `a > x or (a = x and id > y)` reads everything before.
 * @throws PublicError `invalid-cursor` for a position of another sort
 */
export function afterPosition(sequelize: Sequelize, sort: ProductSort, position: ProductPosition): WhereOptions {
  const { by, descending } = directions[sort];
  if (position.by !== by) throw new PublicError('unreadable', 'invalid-cursor', 'This cursor is of another sort. Begin again without one.');
  const than = descending ? '<' : '>';
  const id = sequelize.escape(position.id);
  if (position.by === 'id') return literal(`"Product"."id" ${than} ${id}`);
  const column = position.by === 'price' ? 'price_in_cents' : 'name';
  return literal(`("Product"."${column}", "Product"."id") ${than} (${sequelize.escape(position.value)}, ${id})`);
}

export function positionOf(sort: ProductSort, { id, priceInCents, name }: ProductView): ProductPosition {
  const { by } = directions[sort];
  if (by === 'id') return { by, id };
  return by === 'price' ? { by, value: priceInCents, id } : { by, value: name, id };
}
