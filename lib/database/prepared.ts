const names = new Map<string, string>();

/**
 * Marks a statement to be prepared once per direct connection. Parsing and planning are two thirds of the server's work for an order.
 * Call it at module level with a constant text whose best plan is the same for all values: rows found by key. Not for pages and reports: for
 * those the server may choose a generic plan, which read all of a customer's orders for a short page.
 */
export function prepared(sql: string): string {
  names.set(sql, `orders_${names.size}`);
  return sql;
}

/** Returns the name of a prepared statement; undefined for any other. */
export function preparedName(sql: string): string | undefined {
  return names.get(sql);
}
