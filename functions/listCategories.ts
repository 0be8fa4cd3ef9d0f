import { withDatabase } from '../lib/database/withDatabase.ts';
import { api } from '../lib/http/api.ts';
import { listCategories } from '../lib/products/listCategories.ts';

/** GET /categories: returns every category with its number of active products. */
export const handler = api({ statements: 1, cacheable: true }, () => withDatabase((db) => listCategories(db)));
