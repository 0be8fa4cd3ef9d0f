const names = new Map<string, string>();

/**
 * Has a statement prepared once a connection, where that is direct: parsed and planned once, which is two thirds of what the server does
 * for an order. To be called at module level with a constant text whose best plan is the same for all values: rows found by
 * keys. Not for pages and reports: the server may come to plan them without values, and took all of a customer's orders for few.
 */
export function prepared(sql: string): string {
  names.set(sql, `orders_${names.size}`);
  return sql;
}

/** The name of a prepared statement, undefined for any other. */
export function preparedName(sql: string): string | undefined {
  return names.get(sql);
}
