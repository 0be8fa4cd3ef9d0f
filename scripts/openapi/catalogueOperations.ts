import type { Operation } from './operations.ts';

const catalogueProduct = {
  ...{ id: 7, sku: 'TEAPOT-1', name: 'Teapot', description: 'Holds four cups.', priceInCents: 1999, stockQuantity: 12 },
  ...{ category: { id: 2, name: 'Kitchen' }, createdAt: '2026-03-01T09:00:00.000Z', updatedAt: '2026-03-01T09:00:00.000Z' },
  ...{ isActive: true, version: 3 },
};
const csv = 'sku,name,description,category,priceInCents,isActive\r\nTEAPOT-1,Teapot,Holds four cups.,Kitchen,1999,true\r\n';
const sku = ['The product’s number in the shop’s own books; it never changes', 'TEAPOT-1'] as const;

/** The routes of functions/catalogue.ts. */
export const catalogueOperations: Readonly<Record<string, Operation>> = {
  listCatalogueProducts: {
    ...{ tag: 'Catalogue management', summary: 'Lists all products, including inactive ones' },
    description: 'With `Accept: text/csv`, the response is a file to edit in a spreadsheet and to import again.',
    parameters: {
      limit: ['The page size: up to 200 (default 50), as CSV up to 10,000 (default 10,000)', 20],
      cursor: ['The `nextCursor` of the previous page. Repeat the same filters'],
      ...{ categoryId: ['Returns only products of this category', 2], isActive: ['Returns only active or inactive products', 'true'] },
      search: ['Matches a substring of the name, description or SKU, ignoring case', 'tea'],
    },
    answer: {
      ...{ description: 'A page, by ID', schema: 'CatalogueProductPage', example: { items: [catalogueProduct], nextCursor: null } },
      ...{ text: { 'text/csv': csv }, headers: ['Content-Disposition', 'Link'] },
    },
  },
  importProducts: {
    ...{ tag: 'Catalogue management', summary: 'Creates and updates products from CSV, all or none' },
    description:
      'The first line names the columns: `sku`, `name`, `priceInCents`, and optionally `description`, `category`, `isActive`. Columns are separated by `,` or `;`. A column that is missing leaves existing products as they are. In `errors`, the path is `/body/<line>/<column>`.',
    body: { description: 'Up to 20,000 rows and 4 MB of UTF-8.', example: csv },
    answer: { description: 'Done', schema: 'ImportResult', example: { created: 1, updated: 0, unchanged: 0 } },
  },
  getCatalogueProduct: {
    ...{ tag: 'Catalogue management', summary: 'Returns a product, even if it is inactive', parameters: { sku } },
    answer: { description: 'The product', schema: 'CatalogueProduct', example: catalogueProduct, headers: ['ETag'] },
    codes: ['not-found'],
  },
  putProduct: {
    ...{ tag: 'Catalogue management', summary: 'Creates a product, or replaces the version in If-Match' },
    description:
      'Read the product first, and send its `ETag` as `If-Match`. If the product has changed since, the response is 412. `If-Match: *` changes any version. `If-None-Match: *` only creates. Without either header, the response for an existing product is 428. Orders change the stock, but not the version.',
    parameters: { sku },
    body: {
      description: 'The whole product: what is left out gets its default. A category that does not exist is created.',
      example: { name: 'Teapot', description: 'Holds four cups.', category: 'Kitchen', priceInCents: 1999, isActive: true },
    },
    answer: {
      ...{ description: 'The changed product', created: 'The new product' },
      ...{ schema: 'CatalogueProduct', example: catalogueProduct, headers: ['ETag'] },
    },
    codes: ['precondition-required', 'precondition-failed'],
  },
};
