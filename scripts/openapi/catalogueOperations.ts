import type { Operation } from './operations.ts';

const catalogueProduct = {
  ...{ id: 7, sku: 'TEAPOT-1', name: 'Teapot', description: 'Holds four cups.', priceInCents: 1999, stockQuantity: 12 },
  ...{ category: { id: 2, name: 'Kitchen' }, createdAt: '2026-03-01T09:00:00.000Z', updatedAt: '2026-03-01T09:00:00.000Z' },
  ...{ isActive: true, version: 3 },
};
const sku = ['The product’s number in the shop’s own books; it never changes', 'TEAPOT-1'] as const;

/** The routes of functions/catalogue.ts. */
export const catalogueOperations: Readonly<Record<string, Operation>> = {
  getCatalogueProduct: {
    ...{ tag: 'Catalogue management', summary: 'Returns a product, even if it is inactive', parameters: { sku } },
    answer: { description: 'The product', schema: 'CatalogueProduct', example: catalogueProduct, headers: ['ETag'] },
    codes: ['not-found'],
  },
  putProduct: {
    ...{ tag: 'Catalogue management', summary: 'Creates a product, or replaces the version in If-Match' },
    description:
      'Read the product first, and send its `ETag` as `If-Match`. If somebody changed the product since, the response is 412. `If-Match: *` changes any version. `If-None-Match: *` only creates. Without either header, the response for an existing product is 428. Orders change the stock, but not the version.',
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
