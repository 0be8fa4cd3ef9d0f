import * as z from 'zod/mini';
import { listStockMovements, movementPosition as position } from '../../lib/catalogue/listStockMovements.ts';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import { api } from '../../lib/http/api.ts';
import { pageLimit, skuText } from '../../lib/http/schema.ts';

const path = z.strictObject({ sku: skuText });
const query = z.strictObject({ limit: pageLimit(200, 50) });

/** GET /catalogue/products/{sku}/stock-movements: returns a product's stock and a page of its movements, newest first. */
export const handler = api({ statements: 3, scope: 'catalogue:write', path, query, position }, ({ path, query, after }) =>
  withDatabase((db) => listStockMovements(db, { sku: path.sku, limit: query.limit, after })),
);
