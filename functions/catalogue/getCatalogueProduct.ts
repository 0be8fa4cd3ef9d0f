import * as z from 'zod/mini';
import { getCatalogueProduct } from '../../lib/catalogue/getCatalogueProduct.ts';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import { api } from '../../lib/http/api.ts';
import { versioned } from '../../lib/http/reply.ts';
import { skuText } from '../../lib/http/schema.ts';

const path = z.strictObject({ sku: skuText });

/** GET /catalogue/products/{sku}: returns one product, even if it is inactive. */
export const handler = api({ statements: 1, scope: 'catalogue:write', path }, async ({ path }) =>
  versioned(200, await withDatabase((db) => getCatalogueProduct(db, path.sku))),
);
