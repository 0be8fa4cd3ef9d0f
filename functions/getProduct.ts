import * as z from 'zod/mini';
import { withDatabase } from '../lib/database/withDatabase.ts';
import { api } from '../lib/http/api.ts';
import { idText } from '../lib/http/schema.ts';
import { getProduct } from '../lib/products/getProduct.ts';

const path = z.strictObject({ productId: idText });

/** GET /products/{productId}: one product that is on sale. */
export const handler = api({ statements: 1, cacheable: true, path }, ({ path }) => withDatabase((db) => getProduct(db, path.productId)));
