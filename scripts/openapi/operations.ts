import type { ErrorCode } from '../../lib/errors.ts';
import type { responseSchemas } from './responseSchemas.ts';

/** What of a route no schema says. */
export interface Operation {
  readonly tag: 'Catalogue' | 'Orders' | 'Fulfilment' | 'Reports' | 'Description';
  readonly summary: string;
  readonly description?: string;
  /** Of each parameter in path, query: what it means, and an example. */
  readonly parameters?: Readonly<Record<string, readonly [meaning: string, example?: string | number]>>;
  readonly body?: { readonly description: string; readonly example: unknown };
  readonly answer: {
    readonly status?: 201;
    readonly description: string;
    readonly schema?: keyof typeof responseSchemas;
    readonly example?: unknown;
    /** Media types of text, instead of or beside JSON. */
    readonly text?: Readonly<Record<string, string>>;
    readonly headers?: readonly string[];
  };
  /** What this route refuses beyond what its schemas and its token say. */
  readonly codes?: readonly ErrorCode[];
}

const product = {
  ...{ id: 7, sku: 'TEAPOT-1', name: 'Teapot', description: 'Holds four cups.', priceInCents: 1999, stockQuantity: 12 },
  ...{ category: { id: 2, name: 'Kitchen' }, createdAt: '2026-03-01T09:00:00.000Z', updatedAt: '2026-03-01T09:00:00.000Z' },
};
const order = {
  ...{ id: 17, status: 'pending', totalInCents: 3998, discountCode: null },
  ...{ createdAt: '2026-03-12T19:03:58.000Z', updatedAt: '2026-03-12T19:03:58.000Z' },
  lineItems: [{ productId: 7, quantity: 2, unitPriceInCents: 1999, product: { id: 7, name: 'Teapot', priceInCents: 1999 } }],
};
const sold = { totalInCents: 3998, orders: 1, units: 2 };
const report = {
  ...{ month: '2026-03', totals: sold, discountCodes: [] },
  items: [{ rank: 1, productId: 7, name: 'Teapot', category: 'Kitchen', ...sold }],
  nextCursor: null,
};
const csv = 'rank,productId,name,category,totalInCents,orders,units\r\n1,7,Teapot,Kitchen,3998,1,2\r\n';
const limit = (most: number) => ['How many at most', Math.min(20, most)] as const;
const cursor = ['The `nextCursor` of the page before, with the same filters and sort'] as const;
const orderId = ['Of an order', 17] as const;

/** By function. A route that is not here is not described, and the test of the description says so. */
export const operations: Readonly<Record<string, Operation>> = {
  listProducts: {
    ...{ tag: 'Catalogue', summary: 'Lists the products on sale, a page at a time' },
    parameters: {
      ...{
        limit: limit(200),
        cursor,
        categoryId: ['Only products of this category', 2],
        search: ['In name or description, whatever the case; `%` and `_` mean themselves', 'tea'],
      },
      ...{ inStock: ['Only products of which there are any', 'true'], sort: ['`newest` and `-price` begin with the largest', 'price'] },
    },
    answer: { description: 'A page', schema: 'ProductPage', example: { items: [product], nextCursor: null }, headers: ['Link'] },
  },
  getProduct: {
    ...{ tag: 'Catalogue', summary: 'Shows one product that is on sale', parameters: { productId: ['Of a product', 7] } },
    ...{ answer: { description: 'The product', schema: 'Product', example: product }, codes: ['not-found'] },
  },
  placeOrder: {
    ...{ tag: 'Orders', summary: 'Places an order, exactly once for each Idempotency-Key' },
    description:
      'Takes all lines or none. When no answer came, or a 503, send the same request with the same key again: it is the same order, as it is now, marked with `Idempotency-Replayed: true`.',
    body: {
      description: '1 to 100 lines, each of another product.',
      example: { items: [{ productId: 7, quantity: 2 }], discountCode: 'SPRING' },
    },
    answer: {
      ...{ status: 201, description: 'The order', schema: 'Order', example: { ...order, discountCode: 'SPRING' } },
      headers: ['Location', 'Idempotency-Replayed'],
    },
    codes: ['idempotency-key-reused', 'unknown-product', 'insufficient-stock'],
  },
  listOrders: {
    ...{ tag: 'Orders', summary: "Lists the customer's own orders, newest first" },
    parameters: { limit: limit(100), cursor, status: ['Only orders of this status', 'pending'] },
    answer: { description: 'A page', schema: 'OrderPage', example: { items: [order], nextCursor: null }, headers: ['Link'] },
  },
  getOrder: {
    ...{ tag: 'Orders', summary: "Shows one of the customer's own orders", description: "Another customer's order is a 404." },
    ...{ parameters: { orderId }, answer: { description: 'The order', schema: 'Order', example: order }, codes: ['not-found'] },
  },
  cancelOrder: {
    ...{ tag: 'Orders', summary: 'Cancels an order that is pending or processing', description: 'Its stock comes back, once.' },
    parameters: { orderId },
    answer: { description: 'The order, cancelled', schema: 'Order', example: { ...order, status: 'cancelled' } },
    codes: ['not-found', 'invalid-transition'],
  },
  advanceOrder: {
    ...{ tag: 'Fulfilment', summary: 'Takes an order to its next status' },
    description: '`pending`, `processing`, `shipped`, `delivered`: one step at a time.',
    ...{ parameters: { orderId }, body: { description: 'The next status.', example: { status: 'processing' } } },
    answer: { description: 'The order', schema: 'Order', example: { ...order, status: 'processing' } },
    codes: ['not-found', 'invalid-transition'],
  },
  salesReport: {
    ...{ tag: 'Reports', summary: 'Reports what sold in a month, cancelled orders left out' },
    description:
      'A page at a time: all pages together have every product, and every discount code, of which a page has 1,000 at most. CSV has the products. A report that takes longer than 20 s is a 503 `overloaded`: ask for one discount code, or when the database has less to do.',
    parameters: {
      ...{
        month: ['From its first moment in UTC to before the next', '2026-03'],
        limit: ['How many products at most; the totals are of all', 10],
        cursor,
      },
      discountCode: ['Only orders with this code', 'SPRING'],
    },
    answer: {
      ...{ description: 'The report; a month in which nothing sold has zeros', schema: 'SalesReport', example: report },
      ...{ text: { 'text/csv': csv }, headers: ['Content-Disposition', 'Link'] },
    },
  },
  openapi: {
    ...{ tag: 'Description', summary: 'Describes this API, for programs', answer: { description: 'An OpenAPI 3.1 document' } },
  },
  docs: {
    ...{ tag: 'Description', summary: 'Describes this API, for people, with forms to call it' },
    answer: { description: 'A page', text: { 'text/html': '<!doctype html>' } },
  },
};

/** What each code says, as its answers do. */
export const problems: Readonly<Record<ErrorCode | 'internal', { readonly detail: string; readonly details?: object }>> = {
  'malformed-json': { detail: 'The body is not valid JSON.' },
  'idempotency-key-missing': {
    detail: 'The header Idempotency-Key is missing. Send a new unique value for each order, and the same value when you retry.',
  },
  'invalid-cursor': { detail: 'The cursor does not belong to this listing. Start again without a cursor.' },
  unauthorized: { detail: 'A bearer token is required.' },
  forbidden: { detail: 'The token lacks the scope reports:read.' },
  'unknown-customer': { detail: 'The token is valid, but no customer exists for its subject.' },
  'not-found': { detail: 'No such order exists.' },
  'method-not-allowed': { detail: 'PUT is not allowed here. Use GET.', details: { allow: ['GET'] } },
  'insufficient-stock': {
    detail: 'Some products are short of stock. No order was placed. See `shortages`.',
    details: { shortages: [{ productId: 7, requested: 20, available: 12 }] },
  },
  'invalid-transition': { detail: 'The order is shipped and can no longer be cancelled.' },
  'payload-too-large': { detail: 'The body has 70000 bytes. The limit is 65536 bytes.' },
  'unsupported-media-type': { detail: 'Content-Encoding is not supported. Send the body uncompressed, without this header.' },
  'invalid-request': {
    detail: 'The request is invalid. See `errors`.',
    details: { errors: [{ path: '/query/limit', message: 'Expected a whole number in digits' }] },
  },
  'unknown-product': { detail: 'Some products do not exist or are inactive. See `productIds`.', details: { productIds: [999] } },
  'idempotency-key-reused': { detail: 'This Idempotency-Key was used for another order. Send a new key for a new order.' },
  overloaded: { detail: 'Too many concurrent requests. Retry after a pause.' },
  'database-unavailable': { detail: 'The database is unavailable. Retry after a pause.' },
  internal: { detail: 'Internal error. Quote the request ID when you contact support.' },
};
