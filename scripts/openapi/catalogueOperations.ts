import { nextCursor, product as onSale } from './examples.ts';
import type { Operation } from './operation.ts';
import { categoryId, cursor, limit, sku } from './parameterTexts.ts';
import { stockOperations, unknownSku } from './stockOperations.ts';
import { texts } from './texts.ts';

const product = { ...onSale, isActive: true, version: 3 };
const created = { ...product, updatedAt: product.createdAt, stockQuantity: 0, version: 0 };
const hidden = { ...product, isActive: false, version: 4 };
const body = { name: 'Teapot', description: 'Holds four cups.', category: 'Kitchen', priceInCents: 1999 };
const csv = 'sku,name,description,category,priceInCents,isActive\r\nTEAPOT-1,Teapot,Holds four cups.,Kitchen,1999,true\r\n';

/** The routes of functions/catalogue.ts and functions/listCatalogueProducts.ts. */
export const catalogueOperations: Readonly<Record<string, Operation>> = {
  listCatalogueProducts: {
    ...{ tag: 'Catalogue management', summary: 'List all products, including inactive ones' },
    description:
      'Returns a page of products, including inactive ones, sorted by ID. With `Accept: text/csv`, the response is a CSV file that you can edit in a spreadsheet and import again.',
    parameters: {
      limit: [
        'The maximum number of products on the page. JSON: up to 200, default 50. CSV: up to 10,000, default 10,000.',
        limit('products')[1],
      ],
      ...{ cursor, categoryId, isActive: ['`true` returns only active products, `false` only inactive ones.', 'true'] },
      search: ['Returns only products whose name, description or SKU contains this text, in upper or lower case.', 'tea'],
    },
    answer: {
      ...{ description: 'A page of products, sorted by ID.', schema: 'CatalogueProductPage', example: { items: [product], nextCursor } },
      ...{ text: { 'text/csv': csv }, headers: ['Content-Disposition', 'Link'] },
    },
  },
  importProducts: {
    ...{ tag: 'Catalogue management', summary: 'Import products from CSV' },
    description:
      'Creates and updates products by SKU. If any row has a fault, nothing is imported: the response is 422 `invalid-request`, and each path in `errors` is `/body/<line>/<column>`.',
    body: {
      description:
        'CSV in UTF-8, up to 20,000 rows and 4 MB. `,` or `;` separates the columns. The first line contains their names: `sku`, `name`, `priceInCents`, and optionally `description`, `category`, `isActive`. If an optional column is missing, existing products keep its value.',
      example: csv,
    },
    answer: {
      description: 'The number of created, updated and unchanged products.',
      schema: 'ImportResult',
      example: { created: 1, updated: 0, unchanged: 0 },
    },
    problems: {
      'unsupported-media-type': { detail: 'The body must be CSV. Send it with Content-Type: text/csv.' },
      'invalid-request': {
        detail: 'The request is invalid. See `errors`.',
        details: { errors: [{ path: '/body/2/isActive', message: 'Expected true or false' }] },
      },
    },
  },
  getCatalogueProduct: {
    ...{ tag: 'Catalogue management', summary: 'Retrieve a product, even if it is inactive', parameters: { sku } },
    description: 'Returns a product with its version. To replace the product, send the `ETag` of this response as `If-Match`.',
    answer: { description: 'The product.', schema: 'CatalogueProduct', example: product, headers: ['ETag'] },
    ...{ codes: ['not-found'], problems: unknownSku },
  },
  putProduct: {
    ...{ tag: 'Catalogue management', summary: 'Create or replace a product', parameters: { sku } },
    description:
      'Creates a product (201), or replaces an existing one (200). To replace a product, retrieve it first and send its `ETag` as `If-Match`. If the product has changed meanwhile, the response is 412 `precondition-failed`: retrieve it again. Without `If-Match` and `If-None-Match`, the response for an existing product is 428 `precondition-required`. The stock is not part of the request: orders and stock movements change it, and do not change the version.',
    body: {
      description: 'The whole product. A missing field gets its default.',
      fields: {
        ...texts.product,
        category: "The name of the product's category. If no such category exists, the request creates it. Null for none.",
        priceInCents: 'The price of one unit, in whole cents. Orders that are already placed keep their price.',
      },
      examples: {
        create: ['Create a product', body],
        change: ['Change the price', { ...body, priceInCents: 2099 }],
        hide: ['Hide a product from customers', { ...body, isActive: false }],
      },
    },
    answer: {
      ...{ description: 'The replaced product.', schema: 'CatalogueProduct', headers: ['ETag'] },
      examples: {
        change: ['Change the price', { ...product, priceInCents: 2099, version: 4 }],
        hide: ['Hide a product from customers', hidden],
      },
      created: { description: 'The created product.', example: created },
    },
    codes: ['precondition-required', 'precondition-failed'],
  },
  ...stockOperations,
};
