interface Keyset {
  /** The filters of the listing, which come first in the index: column and value. */
  readonly within: readonly (readonly [column: string, value: string | number])[];
  /** The sort columns; the last one is unique. */
  readonly by: readonly string[];
  readonly descending: boolean;
  /** The values of `by` in the last row of the page before; undefined for the first page. */
  readonly after: readonly (string | number)[] | undefined;
}

/**
 * Returns the SQL conditions and order by of a page: a scan of one index over `within` and `by` that starts anywhere.
 * Columns are constants of the code; `bind` takes each value and returns its placeholder.
 *
 * Each column of `within` is a range of one value and part of the order by. With `=`, the planner removes it from the sort and may scan the
 * primary key instead: it read 95,226 of 100,000 products for the newest of an old category (12.4 ms instead of 0.14 ms).
 * `after` is a row comparison, at which the index scan starts; `a > x or (a = x and id > y)` reads every row before it.
 */
export function keyset({ within, by, descending, after }: Keyset, bind: (value: string | number) => string) {
  const columns = [...within.map(([column]) => column), ...by];
  // After a position, the row comparison below is the other bound. With two bounds here, the index scan would start at the bound of the
  // first column.
  const conditions = within.map(([column, value]) =>
    after ? `${column} ${descending ? '>=' : '<='} ${bind(value)}` : `${column} between ${bind(value)} and ${bind(value)}`,
  );
  if (after) {
    const values = [...within.map(([, value]) => value), ...after].map(bind);
    // Compares with `<=` or `>=` and excludes the last row in a separate condition. The planner estimates a row comparison by its first column:
    // for `<` it would expect almost no rows, and would then sort all rows.
    conditions.push(`(${columns.join(', ')}) ${descending ? '<=' : '>='} (${values.join(', ')})`);
    conditions.push(`${columns.at(-1)} <> ${values.at(-1)}`);
  }
  return { conditions, order: columns.map((column) => `${column} ${descending ? 'desc' : 'asc'}`).join(', ') };
}

/** Collects the values of a dynamic statement: `bind` adds one and returns its cast placeholder. */
export function bindings() {
  const values: (string | number)[] = [];
  const bind = (value: string | number) => `$${values.push(value)}::${typeof value === 'number' ? 'bigint' : 'text'}`;
  return { values, bind };
}
