import { createCategories } from './20241007090000-create-categories.ts';
import { createUsers } from './20241007090100-create-users.ts';
import { createProducts } from './20241007090200-create-products.ts';
import { createOrders } from './20241007090300-create-orders.ts';
import { createOrderItems } from './20241007090400-create-order-items.ts';
import { addCategoryForeignKeyToProducts } from './20241014083000-add-category-foreign-key-to-products.ts';
import { indexProductListings } from './20241104101500-index-product-listings.ts';
import { indexProductSearch } from './20241118140000-index-product-search.ts';
import { addDiscountCodeToOrders } from './20250203110000-add-discount-code-to-orders.ts';
import { addIdempotencyKeyToOrders } from './20250317093000-add-idempotency-key-to-orders.ts';
import { indexOrderHistory } from './20250317093100-index-order-history.ts';
import { createOrderEvents } from './20250602080000-create-order-events.ts';
import { createOrdersApiRole } from './20250609100000-create-orders-api-role.ts';
import { indexOrdersByTime } from './20250901070000-index-orders-by-time.ts';
import { parkRefusedEvents } from './20261120090000-park-refused-events.ts';
import { validateParkedEvents } from './20261120090100-validate-parked-events.ts';
import { indexParkedEvents } from './20261120090200-index-parked-events.ts';
import { leaveRoomForCancellations } from './20261121090000-leave-room-for-cancellations.ts';
import { narrowOrdersApiPrivileges } from './20261122090000-narrow-orders-api-privileges.ts';
import { addSkuAndVersionToProducts } from './20261129090000-add-sku-and-version-to-products.ts';
import { fillSkuOfProducts } from './20261129090100-fill-sku-of-products.ts';
import { validateSkuOfProducts } from './20261129090200-validate-sku-of-products.ts';
import { indexSkuOfProducts } from './20261129090300-index-sku-of-products.ts';
import { requireSkuOfProducts } from './20261129090400-require-sku-of-products.ts';
import { letOrdersApiKeepTheCatalogue } from './20261129090500-let-orders-api-keep-the-catalogue.ts';
import type { Migration, Named } from './migration.ts';

/** Every migration, in order. A list and not a glob: a glob does not survive bundling. test/migrations compares it with the folder. */
export const migrations: readonly Named<Migration>[] = [
  { name: '20241007090000-create-categories', step: createCategories },
  { name: '20241007090100-create-users', step: createUsers },
  { name: '20241007090200-create-products', step: createProducts },
  { name: '20241007090300-create-orders', step: createOrders },
  { name: '20241007090400-create-order-items', step: createOrderItems },
  { name: '20241014083000-add-category-foreign-key-to-products', step: addCategoryForeignKeyToProducts },
  { name: '20241104101500-index-product-listings', step: indexProductListings },
  { name: '20241118140000-index-product-search', step: indexProductSearch },
  { name: '20250203110000-add-discount-code-to-orders', step: addDiscountCodeToOrders },
  { name: '20250317093000-add-idempotency-key-to-orders', step: addIdempotencyKeyToOrders },
  { name: '20250317093100-index-order-history', step: indexOrderHistory },
  { name: '20250602080000-create-order-events', step: createOrderEvents },
  { name: '20250609100000-create-orders-api-role', step: createOrdersApiRole },
  { name: '20250901070000-index-orders-by-time', step: indexOrdersByTime },
  { name: '20261120090000-park-refused-events', step: parkRefusedEvents },
  { name: '20261120090100-validate-parked-events', step: validateParkedEvents },
  { name: '20261120090200-index-parked-events', step: indexParkedEvents },
  { name: '20261121090000-leave-room-for-cancellations', step: leaveRoomForCancellations },
  { name: '20261122090000-narrow-orders-api-privileges', step: narrowOrdersApiPrivileges },
  { name: '20261129090000-add-sku-and-version-to-products', step: addSkuAndVersionToProducts },
  { name: '20261129090100-fill-sku-of-products', step: fillSkuOfProducts },
  { name: '20261129090200-validate-sku-of-products', step: validateSkuOfProducts },
  { name: '20261129090300-index-sku-of-products', step: indexSkuOfProducts },
  { name: '20261129090400-require-sku-of-products', step: requireSkuOfProducts },
  { name: '20261129090500-let-orders-api-keep-the-catalogue', step: letOrdersApiKeepTheCatalogue },
];
