import * as z from 'zod/mini';
import { withDatabase } from '../lib/database/withDatabase.ts';
import { api } from '../lib/http/api.ts';
import { idText } from '../lib/http/schema.ts';
import { getProduct } from '../lib/products/getProduct.ts';

const path = z.strictObject({ productId: idText });

/** GET /products/{productId}: returns one active product. */
export const handler = api({ statements: 1, cacheable: true, path }, ({ path }) => withDatabase((db) => getProduct(db, path.productId)));
