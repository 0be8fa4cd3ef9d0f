import * as z from 'zod/mini';
import { catalogueColumns, catalogueRows } from '../lib/catalogue/columns.ts';
import { listCatalogueProducts, cataloguePosition as position } from '../lib/catalogue/listCatalogueProducts.ts';
import { withDatabase } from '../lib/database/withDatabase.ts';
import { api } from '../lib/http/api.ts';
import { csv } from '../lib/http/csv.ts';
import { booleanText, idText, integerText, text } from '../lib/http/schema.ts';

const filters = { categoryId: z.optional(idText), isActive: z.optional(booleanText), search: z.optional(text(1, 200)) };
const query = z.strictObject({ limit: z.optional(integerText(1, 10_000)), ...filters });
const asJsonOrCsv = { formats: ['application/json', 'text/csv'], limits: { 'application/json': 200 } };

/** GET /catalogue/products: returns a page of all products as JSON, or as CSV for an import if the caller prefers CSV. */
export const handler = api(
  { statements: 1, scope: 'catalogue:write', query, position, ...asJsonOrCsv },
  async ({ query, after, format }) => {
    const isCsv = format === 'text/csv';
    const limit = query.limit ?? (isCsv ? 10_000 : 50);
    const page = await withDatabase((db) => listCatalogueProducts(db, { ...query, limit, after }));
    return isCsv ? { ...page, write: catalogueRows((rows) => csv(rows, catalogueColumns, 'products.csv', { bom: true })) } : page;
  },
);
