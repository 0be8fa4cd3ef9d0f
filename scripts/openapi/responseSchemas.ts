import { z } from 'zod';
import type { ImportResult } from '../../lib/catalogue/importProducts.ts';
import { movementReasons, type StockMovementView } from '../../lib/catalogue/stockMovementView.ts';
import type { CatalogueProductView } from '../../lib/catalogue/view.ts';
import type { CustomerView } from '../../lib/customers/view.ts';
import type { FulfilmentOrder } from '../../lib/fulfilment/getOrder.ts';
import type { FulfilmentOrderView } from '../../lib/fulfilment/view.ts';
import { orderStatuses } from '../../lib/orders/status.ts';
import type { OrderView } from '../../lib/orders/view.ts';
import type { PaymentView } from '../../lib/payments/recordPayment.ts';
import { paymentKinds } from '../../lib/payments/recordPayment.ts';
import type { CategoryView } from '../../lib/products/listCategories.ts';
import type { ProductView } from '../../lib/products/view.ts';
import type { SalesReport } from '../../lib/reports/salesReport.ts';

/** A view after serialisation as JSON. */
type Json<View> = View extends Date
  ? string
  : View extends readonly (infer Item)[]
    ? Json<Item>[]
    : View extends object
      ? { -readonly [Key in keyof View]: Json<View[Key]> }
      : View;

/** Compiles only if the schema matches the view exactly. */
function describes<View>() {
  return <Schema extends z.ZodType>(
    schema: [Json<View>, z.output<Schema>] extends [z.output<Schema>, Json<View>] ? Schema : { differsFrom: Json<View> },
  ) => schema;
}

const id = z.int().min(1);
const sku = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,64}$/)
  .describe("The shop's own code for the product");
const cents = z.int().min(0).describe('Whole cents');
const count = z.int().min(0);
const time = z.iso.datetime().describe('ISO 8601, in UTC');
const cursor = z
  .string()
  .nullable()
  .describe('The cursor of the next page: send it as `cursor`, with the same filters and sort. Null on the last page');

const productFields = {
  ...{ id, sku, name: z.string(), description: z.string(), priceInCents: cents, stockQuantity: count },
  category: z.object({ id, name: z.string() }).nullable(),
  ...{ createdAt: time, updatedAt: time },
};
const product = describes<ProductView>()(z.object(productFields));
const catalogueProduct = describes<CatalogueProductView>()(
  z.object({
    ...productFields,
    isActive: z.boolean().describe('Whether the product is active'),
    version: count.describe('The `ETag` without its quotes. Increases with every change except changes of stock'),
  }),
);
const stockMovement = describes<StockMovementView>()(
  z.object({
    ...{ id, productId: id, reason: z.enum(movementReasons) },
    change: z.int().describe('The units that the movement adds to the stock; negative if it takes units'),
    note: z.string().nullable(),
    balance: count.describe('The stock after the movement'),
    actor: z
      .string()
      .nullable()
      .describe(
        'The subject of the token that booked the movement. Null for `opening`, the stock before the first movement, and after the person was erased',
      ),
    createdAt: time,
  }),
);
const category = describes<CategoryView>()(z.object({ id, name: z.string(), productCount: count.describe('Number of active products') }));

const address = z.object({
  ...{ name: z.string(), lines: z.array(z.string()).min(1).max(4), postalCode: z.string().optional(), city: z.string() },
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .describe('ISO 3166-1, alpha-2'),
});
const orderFields = {
  ...{ id, status: z.enum(orderStatuses), totalInCents: cents.describe('The sum of the lines, in whole cents') },
  paidInCents: cents.describe('Payments minus refunds, in whole cents'),
  ...{
    discountCode: z.string().nullable().describe('A label for reports; it does not change the total'),
    tracking: z
      .object({ carrier: z.string(), number: z.string(), url: z.string().nullable() })
      .nullable()
      .describe('The tracking data of the parcel, for a shipped order'),
    deliveryAddress: address.nullable().describe('Null for an order without a delivery address'),
    createdAt: time,
    updatedAt: time,
  },
  lineItems: z
    .array(
      z.object({
        ...{ productId: id, quantity: id, unitPriceInCents: cents.describe('The price when the order was placed, in whole cents') },
        product: z.object({ id, name: z.string(), priceInCents: cents }).describe('The current product'),
      }),
    )
    .describe('Sorted by `productId`'),
};
const order = describes<OrderView>()(z.object(orderFields));
const fulfilmentFields = {
  ...orderFields,
  customer: z.object({ id, fullName: z.string(), email: z.string() }).nullable().describe('Null if the customer was erased'),
  payments: z
    .array(z.object({ kind: z.enum(paymentKinds), amountInCents: z.int().min(1).describe('Whole cents'), reference: z.string(), time }))
    .describe('In the sequence in which they were recorded'),
};
const historyEvent = z.object({
  ...{ sequence: id.describe('From 1 without gaps'), type: z.string(), time },
  actor: z
    .string()
    .describe(
      '`customer`, `system`, `staff:<subject>` or `payments:<subject>`. Without a subject that can be stored: `staff` or `payments`',
    ),
  note: z.string().optional().describe('Why staff cancelled the order'),
  ...{ from: z.string().optional(), to: z.string().optional() },
});

const customer = describes<CustomerView>()(z.object({ id, fullName: z.string(), email: z.string(), createdAt: time, updatedAt: time }));

const sales = { totalInCents: cents, orders: count, units: count };
const salesReport = describes<SalesReport>()(
  z.object({
    month: z.string(),
    totals: z.object(sales).describe('Totals of all products, independent of `limit`'),
    items: z
      .array(z.object({ rank: id, productId: id, name: z.string(), category: z.string().nullable(), ...sales }))
      .describe('Sorted by total, highest first; equal totals share a rank'),
    discountCodes: z.array(z.object({ discountCode: z.string(), ...sales })).describe('Sales of orders with a discount code, by code'),
  }),
);

/** The response bodies by their names in the description, except errors. */
export const responseSchemas = {
  Product: product,
  CategoryList: z.object({ items: z.array(category) }),
  CatalogueProduct: catalogueProduct,
  CatalogueProductPage: z.object({ items: z.array(catalogueProduct), nextCursor: cursor }),
  StockMovement: stockMovement,
  StockMovementPage: z.object({
    stockQuantity: count.describe('Units that can be sold'),
    reservedQuantity: count.describe(
      'Units of orders that are pending or processing. The units in the building are `stockQuantity` plus `reservedQuantity`',
    ),
    items: z.array(stockMovement),
    nextCursor: cursor,
  }),
  ImportResult: describes<ImportResult>()(z.object({ created: count, updated: count, unchanged: count })),
  ProductPage: z.object({ items: z.array(product), nextCursor: cursor }),
  Order: order,
  Payment: describes<PaymentView>()(
    z.object({
      ...{ id, orderId: id, kind: z.enum(paymentKinds), amountInCents: z.int().min(1).describe('Whole cents') },
      ...{ reference: z.string().describe("The payment provider's ID"), time },
    }),
  ),
  FulfilmentOrder: describes<FulfilmentOrder>()(z.object({ ...fulfilmentFields, history: z.array(historyEvent) })),
  FulfilmentOrderPage: z.object({
    items: z.array(describes<FulfilmentOrderView>()(z.object(fulfilmentFields))),
    nextCursor: cursor,
  }),
  OrderPage: z.object({ items: z.array(order), nextCursor: cursor }),
  Customer: customer,
  SalesReport: salesReport.extend({ nextCursor: cursor }),
} as const;

/** The further members of a problem document, by code. */
export const problemDetails: Readonly<Record<string, z.ZodRawShape>> = {
  'invalid-request': {
    errors: z
      .array(
        z.object({
          path: z.string().describe('JSON Pointer to the fault in the request, such as `/body/items/0/quantity`'),
          message: z.string(),
        }),
      )
      .min(1)
      .describe('Every fault of the request'),
  },
  'unknown-product': { productIds: z.array(z.int()).min(1).describe('Unknown or inactive products') },
  'insufficient-stock': {
    shortages: z
      .array(z.object({ productId: id, requested: id, available: count }))
      .min(1)
      .describe('Every line without enough stock'),
  },
  'price-changed': {
    totalInCents: cents.describe('The total at the current prices'),
    lineItems: z
      .array(z.object({ productId: id, quantity: id, unitPriceInCents: cents }))
      .min(1)
      .describe('Every line at its current price'),
  },
  unpaid: { totalInCents: cents, paidInCents: cents.describe('Payments minus refunds') },
  'refund-exceeds-payments': { paidInCents: cents.describe('Payments minus refunds so far, in whole cents') },
  'too-many-pending-orders': { limit: id.describe('How many pending orders a customer may have') },
  'method-not-allowed': { allow: z.array(z.string()).min(1) },
};
