import { z } from 'zod';
import { orderStatuses } from '../../lib/orders/status.ts';
import type { OrderView } from '../../lib/orders/view.ts';
import type { ProductView } from '../../lib/products/view.ts';
import type { SalesReport } from '../../lib/reports/salesReport.ts';

/** A view as it is when it has become JSON. */
type Json<View> = View extends Date
  ? string
  : View extends readonly (infer Item)[]
    ? Json<Item>[]
    : View extends object
      ? { -readonly [Key in keyof View]: Json<View[Key]> }
      : View;

/** Compiles only where the schema says exactly what the view is: a field that is added to the one must be added to the other. */
function describes<View>() {
  return <Schema extends z.ZodType>(
    schema: [Json<View>, z.output<Schema>] extends [z.output<Schema>, Json<View>] ? Schema : { differsFrom: Json<View> },
  ) => schema;
}

const id = z.int().min(1);
const sku = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,64}$/)
  .describe("The product's number in the shop's own books");
const cents = z.int().min(0).describe('Whole cents');
const count = z.int().min(0);
const time = z.iso.datetime().describe('ISO 8601, in UTC');
const cursor = z
  .string()
  .nullable()
  .describe('Where the next page begins: send it as `cursor`, with the same filters and sort. Null on the last page');

const product = describes<ProductView>()(
  z.object({
    ...{ id, sku, name: z.string(), description: z.string(), priceInCents: cents, stockQuantity: count },
    category: z.object({ id, name: z.string() }).nullable(),
    ...{ createdAt: time, updatedAt: time },
  }),
);

const order = describes<OrderView>()(
  z.object({
    ...{ id, status: z.enum(orderStatuses), totalInCents: cents.describe('The sum of the lines, in whole cents') },
    ...{ discountCode: z.string().nullable().describe('A label for reports; it changes no price'), createdAt: time, updatedAt: time },
    lineItems: z
      .array(
        z.object({
          ...{ productId: id, quantity: id, unitPriceInCents: cents.describe('In whole cents, at the moment of the order') },
          product: z.object({ id, name: z.string(), priceInCents: cents }).describe('The product as it is now'),
        }),
      )
      .describe('In order of productId'),
  }),
);

const sales = { totalInCents: cents, orders: count, units: count };
const salesReport = describes<SalesReport>()(
  z.object({
    month: z.string(),
    totals: z.object(sales).describe('Of all that sold in the month, whatever the limit'),
    items: z
      .array(z.object({ rank: id, productId: id, name: z.string(), category: z.string().nullable(), ...sales }))
      .describe('By total, the best first; equals share a rank'),
    discountCodes: z.array(z.object({ discountCode: z.string(), ...sales })).describe('Orders that had a discount code, by code'),
  }),
);

/** The bodies of the answers that are no errors, by the name that they have in the description. */
export const responseSchemas = {
  Product: product,
  ProductPage: z.object({ items: z.array(product), nextCursor: cursor }),
  Order: order,
  OrderPage: z.object({ items: z.array(order), nextCursor: cursor }),
  SalesReport: salesReport.extend({ nextCursor: cursor }),
} as const;

/** The further members of a problem, by its code. */
export const problemDetails: Readonly<Record<string, z.ZodRawShape>> = {
  'invalid-request': {
    errors: z
      .array(
        z.object({ path: z.string().describe('JSON Pointer from the request, such as `/body/items/0/quantity`'), message: z.string() }),
      )
      .min(1)
      .describe('All of them at once'),
  },
  'unknown-product': { productIds: z.array(z.int()).min(1).describe('Unknown, or not on sale') },
  'insufficient-stock': {
    shortages: z
      .array(z.object({ productId: id, requested: id, available: count }))
      .min(1)
      .describe('Every short line; nothing was taken'),
  },
  'method-not-allowed': { allow: z.array(z.string()).min(1) },
};
