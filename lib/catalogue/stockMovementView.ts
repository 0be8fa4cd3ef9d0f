import type { MovementReason, StockMovement } from '../models/stockMovement.ts';

export { movementReasons } from '../models/stockMovement.ts';

/** A stock movement as staff see it. */
export interface StockMovementView {
  readonly id: number;
  readonly productId: number;
  readonly reason: MovementReason;
  readonly change: number;
  readonly note: string | null;
  /** The stock after the movement. */
  readonly balance: number;
  /** The token subject of the person who booked the movement; null for an opening, and after the person was erased. */
  readonly actor: string | null;
  readonly createdAt: string;
}

/** The attributes of a StockMovementView. */
export const movementAttributes = ['id', 'productId', 'reason', 'change', 'note', 'balance', 'actor', 'createdAt'] as const;

/** Returns the view of a movement. */
export function stockMovementView(movement: StockMovement): StockMovementView {
  const { id, productId, reason, change, note, balance, actor, createdAt } = movement;
  return { id, productId, reason, change, note, balance, actor, createdAt: createdAt.toISOString() };
}
