import { z } from 'zod';
import type { CustomerView } from '../../lib/customers/view.ts';
import type { SalesReport } from '../../lib/reports/salesReport.ts';
import { cents, count, describes, id, page, text, time } from './fieldSchemas.ts';
import { orderSchemas } from './orderSchemas.ts';
import { productSchemas } from './productSchemas.ts';
import { texts } from './texts.ts';

const customer = describes<CustomerView>()(
  z.object({
    id: id("The customer's ID."),
    fullName: text(texts.customer.fullName),
    email: text(texts.customer.email),
    createdAt: time('When the customer registered.'),
    updatedAt: time("When the customer's record last changed."),
  }),
);

const sales = (totalInCents: string) => ({
  totalInCents: cents(totalInCents),
  orders: count('The number of orders.'),
  units: count('The number of units.'),
});
const productSales = z.object({
  rank: id("The product's place among the month's products. Equal totals have the same rank."),
  productId: id("The product's ID."),
  name: text("The product's current name."),
  category: z.string().nullable().describe("The name of the product's current category. Null if it has none."),
  ...sales('The sales of the product, in whole cents.'),
});
const codeSales = z.object({
  discountCode: text('The discount code.'),
  ...sales('The sales of all orders with this code, in whole cents.'),
});
const { items, nextCursor } = page(productSales, 'The products of this page, highest `totalInCents` first.');
const salesReport = describes<SalesReport>()(
  z.object({
    month: text('The month of the report as `YYYY-MM`, in UTC.'),
    totals: z
      .object(sales('The sales of all products, in whole cents.'))
      .describe('The totals of the month. They are the same on every page.'),
    items,
    discountCodes: z
      .array(codeSales)
      .describe('The discount codes of this page, highest `totalInCents` first. Orders without a code are not included.'),
  }),
);

/** The response bodies by their names in the description, except errors. */
export const responseSchemas = {
  ...productSchemas,
  ...orderSchemas,
  Customer: customer,
  SalesReport: salesReport.extend({ nextCursor }),
} as const;
