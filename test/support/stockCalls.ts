import { randomUUID } from 'node:crypto';
import { handler } from '../../functions/catalogue/recordStockMovement.ts';
import { call } from './call.ts';
import { ownerDatabase } from './ownerDatabase.ts';

/** Books a stock movement as staff, by default with a new key. */
export const book = (sku: string, body: unknown, key: string = randomUUID(), subject = 'staff') =>
  call(handler, { scope: 'catalogue:write', subject, path: { sku }, headers: { 'Idempotency-Key': key }, body });

/** Returns the number of a product's movements. */
export const movementsOf = async (productId: number) => (await ownerDatabase()).StockMovement.count({ where: { productId } });
