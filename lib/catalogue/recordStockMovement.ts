import { hash } from 'node:crypto';
import { type Transaction, UniqueConstraintError } from 'sequelize';
import { constraintOf } from '../database/failure.ts';
import type { Database } from '../database/types.ts';
import { invalidRequest, PublicError } from '../errors.ts';
import type { ChangeReason } from '../models/stockMovement.ts';
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
  /** The actor's name for this request. Each key books at most one movement. */
  readonly idempotencyKey: string;
}

interface Recorded {
  readonly movement: StockMovementView;
  /** Whether an earlier request with this key had booked it. */
  readonly replayed: boolean;
}

const most = 2_147_483_647;

/**
 * Books a stock movement exactly once per actor and key, and changes the product's stock. Safe to repeat.
 * @throws PublicError `not-found`, `idempotency-key-reused`, `insufficient-stock`, `invalid-request`
 */
export async function recordStockMovement(db: Database, request: MovementRequest): Promise<Recorded> {
  try {
    return await db.sequelize.transaction((transaction) => record(db, request, transaction));
  } catch (error) {
    // Requests for one product wait for each other, so the other movement of this key is another product's.
    if (error instanceof UniqueConstraintError) throw reused(error);
    if (constraintOf(error) === 'products_stock_leaves_room_check') throw tooMuch(request, error);
    throw error;
  }
}

async function record(db: Database, request: MovementRequest, transaction: Transaction): Promise<Recorded> {
  const { sku, movement, actor, idempotencyKey } = request;
  // Orders take this lock too, so the stock below stays the product's stock until the commit.
  const lock = transaction.LOCK.NO_KEY_UPDATE;
  const product = await db.Product.findOne({ where: { sku }, attributes: ['id', 'stockQuantity'], lock, transaction });
  if (!product) throw new PublicError('not-found', 'No product has this SKU.');
  const { id: productId, stockQuantity } = product;

  const requestHash = hashOf(request);
  // The key comes first: a request that lost the race for the same key must return the winner's movement, not a shortage that it caused.
  const earlier = await db.StockMovement.findOne({ where: { actor, idempotencyKey }, transaction });
  if (earlier) {
    if (earlier.requestHash !== requestHash) throw reused();
    return { movement: stockMovementView(earlier), replayed: true };
  }

  const { reason, note } = movement;
  const change = 'change' in movement ? movement.change : movement.countedQuantity - stockQuantity;
  const balance = stockQuantity + change;
  if (balance < 0) throw shortage(productId, -change, stockQuantity);
  if (balance > most) throw tooMuch(request);
  // Not with `save` on the instance, which would create a new version of the product.
  await db.Product.update({ stockQuantity: balance }, { where: { id: productId }, transaction });
  const values = { productId, change, reason, note, balance, actor, idempotencyKey, requestHash };
  const fields = [...Object.keys(values), 'createdAt'] as (keyof typeof values | 'createdAt')[];
  const recorded = await db.StockMovement.create(values, { fields, transaction });
  return { movement: stockMovementView(recorded), replayed: false };
}

/** Returns the SHA-256 of a request in hexadecimal. */
function hashOf({ sku, movement }: MovementRequest): string {
  const units = 'change' in movement ? movement.change : movement.countedQuantity;
  return hash('sha256', JSON.stringify([sku, movement.reason, units, movement.note]), 'hex');
}

function reused(cause?: unknown): PublicError {
  const message = 'This Idempotency-Key was used for another stock movement. Send a new key for a new movement.';
  return new PublicError('idempotency-key-reused', message, { cause });
}

function shortage(productId: number, requested: number, available: number): PublicError {
  const message = `The stock is ${available}, so ${requested} units cannot be taken from it. Nothing was booked. Count the stock, or book less.`;
  return new PublicError('insufficient-stock', message, { details: { shortages: [{ productId, requested, available }] } });
}

function tooMuch({ movement }: MovementRequest, cause?: unknown): PublicError {
  const path = `/body/${'change' in movement ? 'change' : 'countedQuantity'}`;
  const message = `The stock and the units of orders that can still be cancelled would exceed ${most} together. Book less`;
  return invalidRequest([{ path, message }], { cause });
}
