/** Returns the API's product from a row of the join. */
// biome-ignore lint/suspicious/noExplicitAny: rows of pg have no type
export function product(row: any) {
  return {
    id: Number(row.id),
    sku: row.sku,
    name: row.name,
    description: row.description,
    priceInCents: row.price_in_cents,
    stockQuantity: row.stock_quantity,
    category: row.category_id && { id: Number(row.category_id), name: row.category_name },
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
