import type * as z from 'zod/mini';
import type { Page } from '../database/page.ts';
import type { Database } from '../database/types.ts';
import { findPlaced, type OrderFilter, type placedPosition } from './orderPages.ts';

type Position = z.output<typeof placedPosition>;

interface Listing<Item> extends OrderFilter {
  readonly limit: number;
  readonly after: Position | undefined;
  /** Loads orders by ID: `fulfilmentOrders` or `pickLists`. */
  readonly load: (db: Database, ids: readonly number[]) => Promise<ReadonlyMap<number, Item>>;
}

/**
 * Returns a page of all customers' orders, sorted by the time when they were placed, or of one customer's orders, sorted by ID. Takes one
 * statement, plus those of `load`.
 */
export async function listOrders<Item>(db: Database, { limit, after, load, ...filter }: Listing<Item>): Promise<Page<Item, Position>> {
  // Reads one order more than the page, to know whether another page follows.
  const found = await findPlaced(db, filter, after, limit + 1);
  const positions = found.slice(0, limit);
  const orders = await load(
    db,
    positions.map(({ id }) => id),
  );
  // Orders are never deleted, so `load` returns an item for each position.
  const items = positions.flatMap(({ id }) => orders.get(id) ?? []);
  const endingAt = (count: number) => positions[count - 1] ?? null;
  return { items, next: found.length > limit ? endingAt(limit) : null, endingAt };
}
