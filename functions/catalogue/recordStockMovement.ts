import * as z from 'zod/mini';
import { recordStockMovement } from '../../lib/catalogue/recordStockMovement.ts';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import { api } from '../../lib/http/api.ts';
import { Reply } from '../../lib/http/reply.ts';
import { skuText } from '../../lib/http/schema.ts';
import { stockMovement as body } from '../../lib/http/stockMovement.ts';

const path = z.strictObject({ sku: skuText });

// A rejected movement takes 3 statements; contention may cause up to 3 rounds of these.
const statements = 9;

/** POST /catalogue/products/{sku}/stock-movements: books a stock change or a stock count, exactly once for each Idempotency-Key. */
export const handler = api({ statements, scope: 'catalogue:write', actor: true, idempotent: true, path, body }, async (request) => {
  const { actor, idempotencyKey, body: movement } = request;
  const recorded = await withDatabase((db) => recordStockMovement(db, { sku: request.path.sku, movement, actor, idempotencyKey }));
  return new Reply(201, recorded.movement, recorded.replayed ? { 'Idempotency-Replayed': 'true' } : {});
});
