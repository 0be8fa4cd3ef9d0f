import { nextCursor, product } from './examples.ts';
import type { Operation } from './operation.ts';
import { categoryId, cursor, limit } from './parameterTexts.ts';

/** The routes that need no token, except those of the description. */
export const productOperations: Readonly<Record<string, Operation>> = {
  listProducts: {
    ...{ tag: 'Catalogue', summary: 'List products' },
    description: 'Returns a page of active products, each with its category.',
    parameters: {
      ...{ limit: limit('products'), cursor, categoryId },
      search: ['Returns only products whose name or description contains this text, in upper or lower case.', 'tea'],
      inStock: ['`true` returns only products in stock. Leave it out to get all products.', 'true'],
      sort: [
        'How to sort the products: `id`, `price` (lowest first), `-price` (highest first), `name`, or `newest` (newest first).',
        'price',
      ],
    },
    answer: {
      ...{ description: 'A page of products.', schema: 'ProductPage', headers: ['Link'] },
      example: { items: [product], nextCursor },
    },
  },
  getProduct: {
    ...{ tag: 'Catalogue', summary: 'Retrieve a product', parameters: { productId: ["The product's ID.", 7] } },
    description: 'Returns an active product. If the product does not exist or is inactive, the response is 404 `not-found`.',
    ...{ answer: { description: 'The product.', schema: 'Product', example: product }, codes: ['not-found'] },
    problems: { 'not-found': { detail: 'No such product exists, or it is inactive.' } },
  },
  listCategories: {
    ...{ tag: 'Catalogue', summary: 'List categories' },
    description: 'Returns every category, sorted by name, with its number of active products. The response is not divided into pages.',
    answer: {
      ...{ description: 'Every category.', schema: 'CategoryList' },
      example: { items: [{ id: 2, name: 'Kitchen', productCount: 41 }] },
    },
  },
};
