interface Keyset {
  /** The filters of the listing, as columns and values. The columns come first in the index. */
  readonly within: readonly (readonly [column: string, value: string | number])[];
  /** The sort columns; the last one is unique. */
  readonly by: readonly string[];
  readonly descending: boolean;
  /** The values of `by` in the last row of the previous page; undefined for the first page. */
  readonly after: readonly (string | number)[] | undefined;
}

/**
 * Returns the SQL conditions and the `order by` of a page. With them, PostgreSQL reads each page from one index on the columns of `within` and `by`.
 * The scan of a later page starts at the last row of the previous page. Column names must be constants, because they are not escaped. `bind` returns
 * a placeholder for a value.
 *
 * Each filter is a range with equal bounds, and its column is part of the `order by`. With `=`, the planner would remove the column from the sort and
 * might scan the primary key instead. For the newest products of an old category, that scan read 95,226 of 100,000 products (12.4 ms instead of 0.14 ms).
 * `after` becomes a row comparison: the index scan starts at its values. With `a > x or (a = x and id > y)`, the scan would read all earlier pages.
 */
export function keyset({ within, by, descending, after }: Keyset, bind: (value: string | number) => string) {
  const columns = [...within.map(([column]) => column), ...by];
  // On a later page, the row comparison below determines where the scan starts. So each filter keeps only its other bound, which determines where the scan
  // ends (ascending: `<=`, descending: `>=`). With both bounds, PostgreSQL would start at the filter's first row and read all earlier pages again.
  const conditions = within.map(([column, value]) =>
    after ? `${column} ${descending ? '>=' : '<='} ${bind(value)}` : `${column} between ${bind(value)} and ${bind(value)}`,
  );
  if (after) {
    const values = [...within.map(([, value]) => value), ...after].map(bind);
    // For a row comparison, the planner looks only at the first column: it estimates `(category, id) < (1, 50)` like `category < 1`. If 1 is
    // the lowest category, the planner expects almost no rows. Sorting then looks cheap, so the planner may read and sort the whole category. It estimates
    // `<=` like `category <= 1`, which is realistic. So the first condition uses `<=` or `>=`, and the second one excludes the last row of the previous page.
    conditions.push(`(${columns.join(', ')}) ${descending ? '<=' : '>='} (${values.join(', ')})`);
    conditions.push(`${columns.at(-1)} <> ${values.at(-1)}`);
  }
  return { conditions, order: columns.map((column) => `${column} ${descending ? 'desc' : 'asc'}`).join(', ') };
}

/** Collects the values of a dynamic statement: `bind` adds a value and returns its placeholder with a cast. */
export function bindings() {
  const values: (string | number)[] = [];
  const bind = (value: string | number) => `$${values.push(value)}::${typeof value === 'number' ? 'bigint' : 'text'}`;
  return { values, bind };
}
