import { routed } from '../lib/http/routed.ts';
import { handler as getCatalogueProduct } from './catalogue/getCatalogueProduct.ts';
import { handler as putProduct } from './catalogue/putProduct.ts';

/** /catalogue: what staff do with products, prices and stock. */
export const handler = routed({
  'GET /catalogue/products/{sku}': getCatalogueProduct,
  'PUT /catalogue/products/{sku}': putProduct,
});
