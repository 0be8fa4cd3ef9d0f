import type { Operation } from './operation.ts';
import { cursor, limit } from './parameterTexts.ts';

const report = {
  ...{ month: '2026-03', totals: { totalInCents: 10393, orders: 4, units: 7 } },
  items: [
    { rank: 1, productId: 7, name: 'Teapot', category: 'Kitchen', totalInCents: 7996, orders: 3, units: 4 },
    { rank: 2, productId: 12, name: 'Tea towel', category: 'Kitchen', totalInCents: 2397, orders: 2, units: 3 },
  ],
  discountCodes: [{ discountCode: 'SPRING', totalInCents: 3998, orders: 1, units: 2 }],
};
const csv = 'rank,productId,name,category,totalInCents,orders,units\r\n1,7,Teapot,Kitchen,7996,3,4\r\n2,12,Tea towel,Kitchen,2397,2,3\r\n';

/** The routes of the reports. */
export const reportOperations: Readonly<Record<string, Operation>> = {
  salesReport: {
    ...{ tag: 'Reports', summary: 'Retrieve a sales report' },
    description:
      "Returns a page of a month's sales: the totals, the products and up to 1,000 discount codes. Cancelled orders are not included. With `Accept: text/csv`, the response is a CSV file with only the products. If the report takes longer than 20 s, the response is 503 `overloaded`: filter by discount code, or retry later.",
    parameters: {
      month: ['The month in which the orders were placed, as `YYYY-MM` in UTC.', '2026-03'],
      limit: limit('products'),
      cursor,
      discountCode: ['Includes only orders with this discount code.', 'SPRING'],
    },
    answer: {
      ...{ description: 'The report. The totals of a month without sales are 0.', schema: 'SalesReport' },
      example: { ...report, nextCursor: null },
      ...{ text: { 'text/csv': csv }, headers: ['Content-Disposition', 'Link'] },
    },
  },
};
