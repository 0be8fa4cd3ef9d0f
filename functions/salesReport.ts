import * as z from 'zod/mini';
import { withDatabase } from '../lib/database/withDatabase.ts';
import { api } from '../lib/http/api.ts';
import { csv } from '../lib/http/csv.ts';
import { discountCodeText, monthText, pageLimit } from '../lib/http/schema.ts';
import { reportPosition, salesReport } from '../lib/reports/salesReport.ts';

const query = z.strictObject({ month: monthText, discountCode: z.optional(discountCodeText), limit: pageLimit(1_000, 1_000) });
const columns = ['rank', 'productId', 'name', 'category', 'totalInCents', 'orders', 'units'];

// The report's statement, and `start transaction`, `set_config` and `commit` of the transaction that raises its time limit.
const statements = 4;

/** GET /reports/sales: returns a page of a month's sales as JSON, or its products as CSV if the caller prefers CSV. */
export const handler = api(
  { statements, scope: 'reports:read', query, position: reportPosition, formats: ['application/json', 'text/csv'] },
  async ({ query, after, format }) => {
    const isCsv = format === 'text/csv';
    const report = await withDatabase((db) => salesReport(db, { ...query, after, withCodes: !isCsv }));
    if (!isCsv) return report;
    return { ...report, write: (items: readonly object[]) => csv(items, columns, `sales-${report.month}.csv`) };
  },
);
