import * as z from 'zod/mini';
import { withDatabase } from '../lib/database/withDatabase.ts';
import { api } from '../lib/http/api.ts';
import { csv } from '../lib/http/csv.ts';
import { discountCodeText, integerText, monthText } from '../lib/http/schema.ts';
import { salesReport } from '../lib/reports/salesReport.ts';

const query = z.strictObject({
  month: monthText,
  discountCode: z.optional(discountCodeText),
  limit: z.optional(integerText(1, 1_000)),
});
const columns = ['rank', 'productId', 'name', 'category', 'totalInCents', 'orders', 'units'];

/** GET /reports/sales: what sold in a month, as JSON or, where the caller prefers it, the products as CSV. */
export const handler = api(
  { statements: 1, scope: 'reports:read', query, formats: ['application/json', 'text/csv'] },
  async ({ query, format }) => {
    const report = await withDatabase((db) => salesReport(db, query));
    return format === 'text/csv' ? csv(report.items, columns, `sales-${report.month}.csv`) : report;
  },
);
