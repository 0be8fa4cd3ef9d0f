import { hash } from 'node:crypto';
import { codeOf, constraintOf } from '../database/failure.ts';
import { isoTime } from '../database/isoTime.ts';
import { prepared } from '../database/prepared.ts';
import { runStatement } from '../database/runStatement.ts';
import type { Database } from '../database/types.ts';
import { invalidRequest, PublicError } from '../errors.ts';
import type { ChangeReason } from '../models/stockMovement.ts';
import { noSuchProduct } from './getCatalogueProduct.ts';
import { type StockMovementView, stockMovementView } from './stockMovementView.ts';

/** A change by a number of units, or a count of the units that can be sold. */
type Movement = { readonly note: string | null } & (
  | { readonly reason: ChangeReason; readonly change: number }
  | { readonly reason: 'count'; readonly countedQuantity: number }
);

interface MovementRequest {
  readonly sku: string;
  readonly movement: Movement;
  /** The token's subject. */
  readonly actor: string;
  /** An ID of this request that the actor chose. Each key books at most one movement. */
  readonly idempotencyKey: string;
}

interface Recorded {
  readonly movement: StockMovementView;
  /** Whether an earlier request with this key had booked the movement. */
  readonly replayed: boolean;
}

const most = 2_147_483_647;
// After a failed attempt, `movementRefusal` looks up the reason. If the reason no longer exists, because the stock has changed meanwhile, another
// attempt follows.
const maxTries = 3;

/**
 * Books a stock movement exactly once per actor and key, and changes the product's stock. Safe to repeat. A success takes one statement, a replay
 * two, a rejection three.
 * @throws PublicError `not-found`, `idempotency-key-reused`, `insufficient-stock`, `invalid-request`
 */
export async function recordStockMovement(db: Database, request: MovementRequest): Promise<Recorded> {
  const requestHash = hashOf(request);
  for (let attempt = 1; attempt <= maxTries; attempt++) {
    const outcome = await book(db, request, requestHash);
    if (typeof outcome === 'object') return { movement: outcome, replayed: false };
    // First looks for an earlier movement with this key, and then for the reason of the rejection, because a concurrent request with the same key may
    // have taken the last units. This request must then return that movement, not a shortage.
    const earlier = await earlierMovement(db, request, requestHash);
    if (earlier) return { movement: earlier, replayed: true };
    if (outcome === 'no room') throw tooMuch(request);
    const reason = await movementRefusal(db, request);
    if (reason) throw reason;
  }
  throw new PublicError('overloaded', 'The stock changes too often at the moment. Retry after a pause.');
}

const statement = prepared(
  `with product as materialized (
       -- After a wait for the lock, this is the current stock, not the stock in the statement's snapshot. Orders take this lock, too.
       select id, stock_quantity
         from products
        where sku = $1 and not exists (select from stock_movements where actor = $2 and idempotency_key = $3)
          for no key update
     ), booked as materialized (
       select id, change, stock_quantity + change as balance
         from product
        cross join lateral (select coalesce($4::bigint, $5::bigint - stock_quantity) as change) movement
        where stock_quantity + change between 0 and ${most}
     ), changed as (
       update products
          set stock_quantity = booked.balance, updated_at = now()
         from booked
        where products.id = booked.id
     )
     insert into stock_movements (product_id, change, reason, note, balance, actor, idempotency_key, request_hash)
     select id, change, $6, $7, balance, $2, $3, $8
       from booked
     returning id, product_id as "productId", reason, change, note, balance, actor, created_at as "createdAt"`,
);

/**
 * Runs the statement. While it locks the row of a product, orders of the product wait. A single statement holds the lock for a shorter time than a
 * transaction with several round trips. Measured with a round trip of 2 ms: 2 callers booked movements of one product without a pause, and 4 other
 * callers ordered the product.
 * - with a transaction of Sequelize: 134 to 142 orders/s, 24 ms per order
 * - with this statement: 509 to 528 orders/s, 7 ms per order
 * - without movements: 603 orders/s
 */
async function book(
  db: Database,
  { sku, movement, actor, idempotencyKey }: MovementRequest,
  requestHash: string,
): Promise<StockMovementView | 'no room' | undefined> {
  const { reason, note } = movement;
  const [change, counted] = 'change' in movement ? [movement.change, null] : [null, movement.countedQuantity];
  const values = [sku, actor, idempotencyKey, change, counted, reason, note, requestHash];
  try {
    const [booked] = await runStatement<StockMovementView>(db, statement, values);
    return booked && { ...booked, createdAt: isoTime(booked.createdAt) };
  } catch (error) {
    if (constraintOf(error) === 'products_stock_leaves_room_check') return 'no room';
    if (codeOf(error) === '23505' && constraintOf(error) === 'stock_movements_actor_idempotency_key_key') return undefined;
    throw error;
  }
}

/**
 * Returns the movement that was booked with this key; undefined if there is none.
 * @throws PublicError `idempotency-key-reused` if the key was used with another request
 */
async function earlierMovement(
  db: Database,
  { actor, idempotencyKey }: MovementRequest,
  requestHash: string,
): Promise<StockMovementView | undefined> {
  const earlier = await db.StockMovement.findOne({ where: { actor, idempotencyKey } });
  if (earlier && earlier.requestHash !== requestHash) {
    const message = 'This Idempotency-Key was used for another stock movement. Send a new key for a new movement.';
    throw new PublicError('idempotency-key-reused', message);
  }
  return earlier ? stockMovementView(earlier) : undefined;
}

/** Returns why a movement cannot be booked; undefined if it could be booked now. */
async function movementRefusal(db: Database, request: MovementRequest): Promise<PublicError | undefined> {
  const { sku, movement } = request;
  const product = await db.Product.findOne({ where: { sku }, attributes: ['id', 'stockQuantity'] });
  if (!product) return noSuchProduct();
  if (!('change' in movement)) return undefined;
  const { id: productId, stockQuantity: available } = product;
  const requested = -movement.change;
  if (available - requested > most) return tooMuch(request);
  if (available >= requested) return undefined;
  const message = `The stock is ${available}, so ${requested} units cannot be taken from it. Nothing was booked. Count the stock, or book fewer units.`;
  return new PublicError('insufficient-stock', message, { details: { shortages: [{ productId, requested, available }] } });
}

function tooMuch({ movement }: MovementRequest): PublicError {
  const path = `/body/${'change' in movement ? 'change' : 'countedQuantity'}`;
  const message = `The stock plus the units of orders that can still be cancelled would exceed ${most}. Book fewer units`;
  return invalidRequest([{ path, message }]);
}

/** Returns the SHA-256 of a request in hexadecimal. */
function hashOf({ sku, movement }: MovementRequest): string {
  const units = 'change' in movement ? movement.change : movement.countedQuantity;
  return hash('sha256', JSON.stringify([sku, movement.reason, units, movement.note]), 'hex');
}
