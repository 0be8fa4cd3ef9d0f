/** A page of a listing, with the position after which the listing continues. */
export interface Page<Item, Position> {
  readonly items: readonly Item[];
  /** The position after the last item; null on the last page. */
  readonly next: Position | null;
  /** Returns the position after the first `count` items. */
  readonly endingAt: (count: number) => Position | null;
}

/** Returns the page of the first `limit` rows. The caller selects `limit` + 1 rows: the last one shows that another page follows. */
export function pageOf<Row, Item, Position>(
  rows: readonly Row[],
  limit: number,
  itemOf: (row: Row) => Item,
  positionOf: (row: Row) => Position,
): Page<Item, Position> {
  const endingAt = (count: number) => {
    const last = rows[count - 1];
    return last ? positionOf(last) : null;
  };
  return { items: rows.slice(0, limit).map(itemOf), next: rows.length > limit ? endingAt(limit) : null, endingAt };
}

/** Returns the position after a row in a listing that is sorted by ID. */
export const idOf = ({ id }: { readonly id: number }) => ({ id });
