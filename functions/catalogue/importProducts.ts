import { catalogueColumns as columns } from '../../lib/catalogue/columns.ts';
import { rowsOf } from '../../lib/catalogue/contents.ts';
import { importProducts } from '../../lib/catalogue/importProducts.ts';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import { api } from '../../lib/http/api.ts';

const table = { columns, required: ['sku', 'name', 'priceInCents'], maxRows: 20_000 };

// The products, the transaction, the categories (3), the locks, and a statement for each 1,000 products; up to 5 times if others change them meanwhile.
const statements = 140;

/** PUT /catalogue/products: creates and updates products by SKU from CSV, all or none. */
export const handler = api({ statements, scope: 'catalogue:write', table }, ({ rows }) =>
  withDatabase((db) => importProducts(db, rowsOf(rows))),
);
