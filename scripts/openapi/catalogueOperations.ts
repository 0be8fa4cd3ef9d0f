import type { Operation } from './operation.ts';

const catalogueProduct = {
  ...{ id: 7, sku: 'TEAPOT-1', name: 'Teapot', description: 'Holds four cups.', priceInCents: 1999, stockQuantity: 12 },
  ...{ category: { id: 2, name: 'Kitchen' }, createdAt: '2026-03-01T09:00:00.000Z', updatedAt: '2026-03-01T09:00:00.000Z' },
  ...{ isActive: true, version: 3 },
};
const stockMovement = {
  ...{ id: 41, productId: 7, reason: 'receipt', change: 24, note: 'Delivery 1182', balance: 36, actor: 'auth0|warehouse-3' },
  createdAt: '2026-03-01T09:00:00.000Z',
};
const csv = 'sku,name,description,category,priceInCents,isActive\r\nTEAPOT-1,Teapot,Holds four cups.,Kitchen,1999,true\r\n';
const sku = ['The shop’s own code for the product. It never changes', 'TEAPOT-1'] as const;

/** The routes of functions/catalogue.ts. */
export const catalogueOperations: Readonly<Record<string, Operation>> = {
  listCatalogueProducts: {
    ...{ tag: 'Catalogue management', summary: 'List all products, including inactive ones' },
    description:
      'Returns a page of products, including inactive ones, sorted by ID. With `Accept: text/csv`, the response is a CSV file that you can edit in a spreadsheet and import again.',
    parameters: {
      limit: ['Maximum number of items on the page: up to 200 (default 50), for CSV up to 10,000 (default 10,000)', 20],
      cursor: ['The `nextCursor` of the previous page. Send it with the same filters'],
      ...{ categoryId: ['Returns only products of this category', 2], isActive: ['Returns only active or inactive products', 'true'] },
      search: ['Case-insensitive substring of name, description or SKU', 'tea'],
    },
    answer: {
      ...{
        description: 'A page of products, sorted by ID',
        schema: 'CatalogueProductPage',
        example: { items: [catalogueProduct], nextCursor: null },
      },
      ...{ text: { 'text/csv': csv }, headers: ['Content-Disposition', 'Link'] },
    },
  },
  importProducts: {
    ...{ tag: 'Catalogue management', summary: 'Import products from CSV' },
    description:
      'Creates and updates products by SKU, all rows or none. The first line contains the column names: `sku`, `name`, `priceInCents`, and optionally `description`, `category`, `isActive`. Separate columns with `,` or `;`. If an optional column is missing, existing products keep its value. In `errors`, the path is `/body/<line>/<column>`.',
    body: { description: 'Up to 20,000 rows and 4 MB of UTF-8.', example: csv },
    answer: {
      description: 'The number of created, updated and unchanged products',
      schema: 'ImportResult',
      example: { created: 1, updated: 0, unchanged: 0 },
    },
  },
  getCatalogueProduct: {
    ...{ tag: 'Catalogue management', summary: 'Retrieve a product, even if it is inactive', parameters: { sku } },
    description: 'Returns one product with its version. To replace the product, send its `ETag` as `If-Match`.',
    answer: { description: 'The product', schema: 'CatalogueProduct', example: catalogueProduct, headers: ['ETag'] },
    codes: ['not-found'],
  },
  putProduct: {
    ...{ tag: 'Catalogue management', summary: 'Create or replace a product' },
    description:
      'Creates a product, or replaces an existing one. To replace a product, retrieve it first and send its `ETag` as `If-Match`. If the product has changed meanwhile, the response is 412. `If-Match: *` replaces any version. `If-None-Match: *` creates the product only if it does not exist. Without either header, the response for an existing product is 428. Orders change the stock, but not the version.',
    parameters: { sku },
    body: {
      description: 'The whole product. A field that is missing gets its default. A category that does not exist is created.',
      example: { name: 'Teapot', description: 'Holds four cups.', category: 'Kitchen', priceInCents: 1999, isActive: true },
    },
    answer: {
      ...{ description: 'The replaced product', created: 'The created product' },
      ...{ schema: 'CatalogueProduct', example: catalogueProduct, headers: ['ETag'] },
    },
    codes: ['precondition-required', 'precondition-failed'],
  },
  listStockMovements: {
    ...{ tag: 'Catalogue management', summary: "List a product's stock movements" },
    description:
      "Returns a product's stock and a page of its movements, newest first. Orders are not movements. The stock before the first movement appears as a movement with the reason `opening`.",
    parameters: { sku, limit: ['Maximum number of movements on the page', 20], cursor: ['The `nextCursor` of the previous page'] },
    answer: {
      ...{ description: 'A page, newest first', schema: 'StockMovementPage', headers: ['Link'] },
      example: { stockQuantity: 36, reservedQuantity: 2, items: [stockMovement], nextCursor: null },
    },
    codes: ['not-found'],
  },
  recordStockMovement: {
    ...{ tag: 'Catalogue management', summary: 'Book a change or a count of the stock' },
    description:
      'Books the movement exactly once for each `Idempotency-Key`. A `receipt` or a `return` adds units, `damage` takes units, and a `correction` does either. A `count` replaces the stock at the moment of the request. The stock cannot fall below 0. The stock and the units of cancellable orders together cannot exceed 2,147,483,647.',
    parameters: { sku },
    body: {
      description:
        'Send `change` in units. For a `count`, send `countedQuantity` instead: the units in the building minus `reservedQuantity`.',
      example: { reason: 'receipt', change: 24, note: 'Delivery 1182' },
    },
    answer: {
      ...{ status: 201, description: 'The booked movement' },
      ...{ schema: 'StockMovement', example: stockMovement, headers: ['Idempotency-Replayed'] },
    },
    codes: ['not-found', 'idempotency-key-reused', 'insufficient-stock'],
  },
};
