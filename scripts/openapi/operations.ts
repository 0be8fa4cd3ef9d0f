import type { ErrorCode } from '../../lib/errors.ts';
import { catalogueOperations } from './catalogueOperations.ts';
import { customerOperations } from './customerOperations.ts';
import { fulfilmentOperations } from './fulfilmentOperations.ts';
import type { Operation } from './operation.ts';

const product = {
  ...{ id: 7, sku: 'TEAPOT-1', name: 'Teapot', description: 'Holds four cups.', priceInCents: 1999, stockQuantity: 12 },
  ...{ category: { id: 2, name: 'Kitchen' }, createdAt: '2026-03-01T09:00:00.000Z', updatedAt: '2026-03-01T09:00:00.000Z' },
};
const order = {
  ...{ id: 17, status: 'pending', totalInCents: 3998, paidInCents: 0, discountCode: null, deliveryAddress: null, tracking: null },
  ...{ createdAt: '2026-03-12T19:03:58.000Z', updatedAt: '2026-03-12T19:03:58.000Z' },
  lineItems: [{ productId: 7, quantity: 2, unitPriceInCents: 1999, product: { id: 7, name: 'Teapot', priceInCents: 1999 } }],
};
const deliveryAddress = { name: 'Ada Example', lines: ['Teapot Lane 7'], postalCode: '10115', city: 'Berlin', country: 'DE' };
const report = {
  ...{ month: '2026-03', totals: { totalInCents: 10393, orders: 4, units: 7 } },
  items: [
    { rank: 1, productId: 7, name: 'Teapot', category: 'Kitchen', totalInCents: 7996, orders: 3, units: 4 },
    { rank: 2, productId: 12, name: 'Tea towel', category: 'Kitchen', totalInCents: 2397, orders: 2, units: 3 },
  ],
  ...{ discountCodes: [{ discountCode: 'SPRING', totalInCents: 3998, orders: 1, units: 2 }], nextCursor: null },
};
const csv = 'rank,productId,name,category,totalInCents,orders,units\r\n1,7,Teapot,Kitchen,7996,3,4\r\n2,12,Tea towel,Kitchen,2397,2,3\r\n';
const limit = (most: number) => ['Maximum number of items on the page', Math.min(20, most)] as const;
const cursor = ['The `nextCursor` of the previous page. Send it with the same filters and sort'] as const;
const orderId = ["The order's ID", 17] as const;

/** The descriptions by operation. A test fails for a route without one. */
export const operations: Readonly<Record<string, Operation>> = {
  listProducts: {
    ...{ tag: 'Catalogue', summary: 'List products' },
    description: 'Returns a page of active products with their categories. To get the next page, send `nextCursor` as `cursor`.',
    parameters: {
      ...{
        limit: limit(200),
        cursor,
        categoryId: ['Returns only products of this category', 2],
        search: ['Case-insensitive substring of name or description; `%` and `_` are literal', 'tea'],
      },
      ...{
        inStock: ['Returns only products in stock', 'true'],
        sort: ['Sort order. `-price` is descending; `newest` is newest first', 'price'],
      },
    },
    answer: {
      description: 'A page of products',
      schema: 'ProductPage',
      example: { items: [product], nextCursor: null },
      headers: ['Link'],
    },
  },
  getProduct: {
    ...{ tag: 'Catalogue', summary: 'Retrieve a product', parameters: { productId: ["The product's ID", 7] } },
    description: 'Returns one active product. If the product is unknown or inactive, the response is 404.',
    ...{ answer: { description: 'The product', schema: 'Product', example: product }, codes: ['not-found'] },
  },
  listCategories: {
    ...{ tag: 'Catalogue', summary: 'List categories' },
    description: 'Returns every category by name, with its number of active products.',
    answer: {
      ...{ description: 'Every category', schema: 'CategoryList' },
      example: { items: [{ id: 2, name: 'Kitchen', productCount: 41 }] },
    },
  },
  ...catalogueOperations,
  placeOrder: {
    ...{ tag: 'Orders', summary: 'Place an order' },
    description:
      'Places an order exactly once for each `Idempotency-Key` and returns it. The order takes the stock of all its lines, or of none. After a lost response or a 503, send the same request with the same key: the response is the same order in its current state, with `Idempotency-Replayed: true`.',
    body: {
      description:
        '1 to 100 lines, each with a different product. With `expectedTotalInCents`, the order is placed only at this total; otherwise the response is 409 `price-changed` with the current prices.',
      example: { items: [{ productId: 7, quantity: 2 }], discountCode: 'SPRING', deliveryAddress, expectedTotalInCents: 3998 },
    },
    answer: {
      ...{ status: 201, description: 'The placed order', schema: 'Order', example: { ...order, discountCode: 'SPRING', deliveryAddress } },
      headers: ['Location', 'Idempotency-Replayed'],
    },
    codes: ['idempotency-key-reused', 'unknown-product', 'insufficient-stock', 'price-changed', 'too-many-pending-orders'],
  },
  listOrders: {
    ...{ tag: 'Orders', summary: 'List orders' },
    description: "Returns a page of the customer's orders, newest first. To get the next page, send `nextCursor` as `cursor`.",
    parameters: { limit: limit(100), cursor, status: ['Returns only orders with this status', 'pending'] },
    answer: { description: 'A page of orders', schema: 'OrderPage', example: { items: [order], nextCursor: null }, headers: ['Link'] },
  },
  getOrder: {
    ...{ tag: 'Orders', summary: 'Retrieve an order' },
    description: "Returns one of the customer's orders. For another customer's order, the response is 404.",
    ...{ parameters: { orderId }, answer: { description: 'The order', schema: 'Order', example: order }, codes: ['not-found'] },
  },
  cancelOrder: {
    ...{ tag: 'Orders', summary: 'Cancel an order' },
    description: 'Cancels a pending or processing order, returns its stock, and returns the order. Cancelling it again changes nothing.',
    parameters: { orderId },
    answer: { description: 'The cancelled order', schema: 'Order', example: { ...order, status: 'cancelled' } },
    codes: ['not-found', 'invalid-transition'],
  },
  ...customerOperations,
  advanceOrder: {
    ...{ tag: 'Fulfilment', summary: 'Advance an order' },
    description:
      'Advances an order to its next status and returns the order. The statuses are `pending`, `processing`, `shipped` and `delivered`; none can be skipped. If the deployment cancels unpaid orders, an order must be paid before it becomes `processing`.',
    ...{
      parameters: { orderId },
      body: { description: 'The next status. `tracking` is accepted only with `shipped`.', example: { status: 'processing' } },
    },
    answer: { description: 'The advanced order', schema: 'Order', example: { ...order, status: 'processing' } },
    codes: ['not-found', 'invalid-transition', 'unpaid'],
  },
  ...fulfilmentOperations,
  recordPayment: {
    ...{ tag: 'Payments', summary: 'Record a payment or refund' },
    description:
      'Records a payment or refund of an order, exactly once for each `reference`. The order may have any status. If you repeat a request, the response is the recorded payment with `Idempotency-Replayed: true`.',
    parameters: { orderId },
    body: {
      description: 'The payment or refund. `reference` is its ID at the payment provider.',
      example: { kind: 'payment', amountInCents: 3998, reference: 'ch_3Mm' },
    },
    answer: {
      ...{ status: 201, description: 'The recorded payment', schema: 'Payment', headers: ['Idempotency-Replayed'] },
      example: { id: 5, orderId: 17, kind: 'payment', amountInCents: 3998, reference: 'ch_3Mm', time: '2026-03-12T19:04:11.000Z' },
    },
    codes: ['not-found', 'refund-exceeds-payments', 'reference-reused'],
  },
  salesReport: {
    ...{ tag: 'Reports', summary: 'Retrieve a sales report' },
    description:
      "Returns a page of a month's sales, without cancelled orders: totals, products and up to 1,000 discount codes. CSV contains only the products. If the report takes longer than 20 s, the response is 503 `overloaded`: filter by discount code, or retry later.",
    parameters: {
      ...{
        month: ['The month as `YYYY-MM`, in UTC', '2026-03'],
        limit: ['Maximum number of products on the page. The totals cover all products', 10],
        cursor,
      },
      discountCode: ['Includes only orders with this discount code', 'SPRING'],
    },
    answer: {
      ...{ description: 'The report. A month without sales has totals of 0', schema: 'SalesReport', example: report },
      ...{ text: { 'text/csv': csv }, headers: ['Content-Disposition', 'Link'] },
    },
  },
  openapi: {
    ...{ tag: 'Description', summary: 'Retrieve the API description', description: 'Returns this description as an OpenAPI 3.1 document.' },
    answer: { description: 'An OpenAPI 3.1 document' },
  },
  docs: {
    ...{ tag: 'Description', summary: 'Retrieve the documentation page' },
    description: 'Returns a page that documents the API, with forms to call it.',
    answer: { description: 'An HTML page', text: { 'text/html': '<!doctype html>' } },
  },
};

/** An example of each error: its detail, and further members. */
export const problems: Readonly<Record<ErrorCode | 'internal', { readonly detail: string; readonly details?: object }>> = {
  'malformed-json': { detail: 'The body is not valid JSON.' },
  'malformed-csv': { detail: 'The body is not valid UTF-8.' },
  'idempotency-key-missing': {
    detail: 'The header Idempotency-Key is missing. Send a new unique value for each request, and the same value when you retry.',
  },
  'invalid-cursor': { detail: 'The cursor does not belong to this listing. Start again without a cursor.' },
  unauthorized: { detail: 'A bearer token is required.' },
  forbidden: { detail: 'The token lacks the scope reports:read.' },
  'unknown-customer': { detail: 'The token is valid, but no customer exists for its subject. Register with PUT /customers/me.' },
  'not-found': { detail: 'No such order exists.' },
  'method-not-allowed': { detail: 'PUT is not allowed here. Use GET.', details: { allow: ['GET'] } },
  'insufficient-stock': {
    detail: 'Some products are short of stock. No order was placed. See `shortages`.',
    details: { shortages: [{ productId: 7, requested: 20, available: 12 }] },
  },
  'price-changed': {
    detail: 'The total differs from `expectedTotalInCents`. No order was placed. See `lineItems`.',
    details: { totalInCents: 4198, lineItems: [{ productId: 7, quantity: 2, unitPriceInCents: 2099 }] },
  },
  unpaid: {
    detail: 'The order is not paid. It can be processed once `paidInCents` is at least `totalInCents`.',
    details: { totalInCents: 3998, paidInCents: 0 },
  },
  'refund-exceeds-payments': {
    detail: 'The refund is higher than the paid amount. Nothing was recorded. See `paidInCents`.',
    details: { paidInCents: 3998 },
  },
  'too-many-pending-orders': {
    detail: 'The customer has too many pending orders. No order was placed. Wait until one of them is processed, or cancel one.',
    details: { limit: 5 },
  },
  'invalid-transition': { detail: 'The order is shipped and can no longer be cancelled.' },
  'precondition-failed': { detail: 'The product does not exist, or its version has changed. Read it again.' },
  'precondition-required': { detail: 'The product exists. Send If-Match with its ETag to change it.' },
  'open-orders': { detail: 'Some of your orders are not delivered yet. Cancel them, or wait until they are delivered.' },
  'email-taken': { detail: 'Another customer has this email address. Send a different one.' },
  'payload-too-large': { detail: 'The body has 70000 bytes. The limit is 65536 bytes.' },
  'unsupported-media-type': { detail: 'Content-Encoding is not supported. Send the body uncompressed, without this header.' },
  'invalid-request': {
    detail: 'The request is invalid. See `errors`.',
    details: { errors: [{ path: '/query/limit', message: 'Expected a whole number in digits' }] },
  },
  'unknown-product': { detail: 'Some products do not exist or are inactive. See `productIds`.', details: { productIds: [999] } },
  'idempotency-key-reused': { detail: 'This Idempotency-Key was used for another order. Send a new key for a new order.' },
  'reference-reused': {
    detail: 'This reference was recorded with another order, kind or amount. Send the provider’s ID of this payment or refund.',
  },
  overloaded: { detail: 'Too many concurrent requests. Retry after a pause.' },
  'database-unavailable': { detail: 'The database is unavailable. Retry after a pause.' },
  internal: { detail: 'Internal error. Quote the request ID when you contact support.' },
};
