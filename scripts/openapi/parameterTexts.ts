import { nextCursor } from './examples.ts';

/** The path and query parameters of several operations, each with its description and an example. */
export const orderId = ["The order's ID.", 17] as const;
export const sku = ["The shop's own code for the product. It never changes.", 'TEAPOT-1'] as const;
export const limit = (items: string) => [`The maximum number of ${items} on the page.`, 20] as const;
export const cursor = [
  'The `nextCursor` of the previous page, with the same filters and sort. Leave it out to get the first page.',
  nextCursor,
] as const;
export const status = ['Returns only orders with this status.', 'processing'] as const;
export const categoryId = ['Returns only products of this category.', 2] as const;
