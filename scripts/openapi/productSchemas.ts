import { z } from 'zod';
import type { ImportResult } from '../../lib/catalogue/importProducts.ts';
import { movementReasons, type StockMovementView } from '../../lib/catalogue/stockMovementView.ts';
import type { CatalogueProductView } from '../../lib/catalogue/view.ts';
import type { CategoryView } from '../../lib/products/listCategories.ts';
import type { ProductView } from '../../lib/products/view.ts';
import { cents, count, describes, id, page, text, time } from './fieldSchemas.ts';
import { texts } from './texts.ts';

const category = { id: id("The category's ID."), name: text("The category's name.") };
const productFields = {
  id: id("The product's ID."),
  sku: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,64}$/)
    .describe("The shop's own code for the product. It is unique and never changes."),
  name: text(texts.product.name),
  description: text(texts.product.description),
  priceInCents: cents('The price of one unit, in whole cents.'),
  stockQuantity: count('The number of units that can be sold.'),
  category: z.object(category).nullable().describe("The product's category. Null if it has none."),
  createdAt: time('When the product was created.'),
  updatedAt: time('When the product or its stock last changed.'),
};
const product = describes<ProductView>()(z.object(productFields));
const catalogueProduct = describes<CatalogueProductView>()(
  z.object({
    ...productFields,
    isActive: z.boolean().describe(texts.product.isActive),
    version: count('The number of changes since the product was created. Changes of stock do not count. The `ETag` contains this number.'),
  }),
);
const stockMovement = describes<StockMovementView>()(
  z.object({
    id: id("The movement's ID."),
    productId: id("The product's ID."),
    reason: z.enum(movementReasons).describe(`${texts.movement.reason} \`opening\`: the stock before the first movement.`),
    change: z.int().describe('The units that the movement added to the stock. Negative if it took units.'),
    note: z.string().nullable().describe(texts.movement.note),
    balance: count('The stock after the movement.'),
    actor: z
      .string()
      .nullable()
      .describe('The subject of the token that booked the movement. Null if the reason is `opening`, or if the person was erased.'),
    createdAt: time('When the movement was booked.'),
  }),
);

/** The response bodies with products, categories and stock. */
export const productSchemas = {
  Product: product,
  ProductPage: z.object(page(product, 'The products of this page.')),
  CategoryList: z.object({
    items: z
      .array(describes<CategoryView>()(z.object({ ...category, productCount: count('The number of active products in the category.') })))
      .describe('Every category, sorted by name.'),
  }),
  CatalogueProduct: catalogueProduct,
  CatalogueProductPage: z.object(page(catalogueProduct, 'The products of this page, sorted by ID.')),
  StockMovement: stockMovement,
  StockMovementPage: z.object({
    stockQuantity: count('The number of units that can be sold.'),
    reservedQuantity: count(
      'The units of orders that are pending or processing. The units in the building are `stockQuantity` plus `reservedQuantity`.',
    ),
    ...page(stockMovement, 'The movements of this page, newest first.'),
  }),
  ImportResult: describes<ImportResult>()(
    z.object({
      created: count('The number of new products.'),
      updated: count('The number of changed products.'),
      unchanged: count('The number of rows whose product already has these values. These products keep their version.'),
    }),
  ),
} as const;
