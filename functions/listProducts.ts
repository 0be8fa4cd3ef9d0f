import * as z from 'zod/mini';
import { withDatabase } from '../lib/database/withDatabase.ts';
import { api } from '../lib/http/api.ts';
import { idText, pageLimit, text } from '../lib/http/schema.ts';
import { listProducts } from '../lib/products/listProducts.ts';
import { productPosition, productSorts } from '../lib/products/sort.ts';

const query = z.strictObject({
  limit: pageLimit(200, 50),
  sort: z._default(z.enum(productSorts), 'id'),
  categoryId: z.optional(idText),
  search: z.optional(text(1, 200)),
  inStock: z.optional(
    z.pipe(
      z.literal('true'),
      z.transform(() => true),
    ),
  ),
});

/** GET /products: returns a page of active products. */
export const handler = api({ statements: 1, cacheable: true, query, position: productPosition }, ({ query, after }) =>
  withDatabase((db) => listProducts(db, { ...query, after })),
);
