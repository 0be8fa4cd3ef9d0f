import { routed } from '../lib/http/routed.ts';
import { handler as getCatalogueProduct } from './catalogue/getCatalogueProduct.ts';
import { handler as importProducts } from './catalogue/importProducts.ts';
import { handler as listStockMovements } from './catalogue/listStockMovements.ts';
import { handler as putProduct } from './catalogue/putProduct.ts';
import { handler as recordStockMovement } from './catalogue/recordStockMovement.ts';
import { handler as listCatalogueProducts } from './listCatalogueProducts.ts';

/** /catalogue: manages products and prices, for staff. */
export const handler = routed({
  // This route now has a function of its own. During this deploy, the gateway still sends the route's requests here. Remove the entry in the next release.
  'GET /catalogue/products': listCatalogueProducts,
  'PUT /catalogue/products': importProducts,
  'GET /catalogue/products/{sku}': getCatalogueProduct,
  'PUT /catalogue/products/{sku}': putProduct,
  'GET /catalogue/products/{sku}/stock-movements': listStockMovements,
  'POST /catalogue/products/{sku}/stock-movements': recordStockMovement,
});
