import { catalogueColumns as columns } from '../../lib/catalogue/columns.ts';
import { rowsOf } from '../../lib/catalogue/contents.ts';
import { importProducts } from '../../lib/catalogue/importProducts.ts';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import { api } from '../../lib/http/api.ts';

const table = { columns, required: ['sku', 'name', 'priceInCents'], maxRows: 20_000 };

// An attempt reads the products, begins a transaction, sends 3 statements for the categories, locks the products, writes 1,000 products per
// statement, and commits. Concurrent changes may cause up to 5 attempts.
const statements = 140;

/** PUT /catalogue/products: creates and updates products by SKU from CSV, all rows or none. */
export const handler = api({ statements, scope: 'catalogue:write', table }, ({ rows }) =>
  withDatabase((db) => importProducts(db, rowsOf(rows))),
);
