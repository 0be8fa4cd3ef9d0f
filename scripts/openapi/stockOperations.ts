import { nextCursor } from './examples.ts';
import type { Operation } from './operation.ts';
import { cursor, limit, sku } from './parameterTexts.ts';
import { texts } from './texts.ts';

const bodies = {
  receipt: ['A delivery', { reason: 'receipt', change: 24, note: 'Delivery 1182' }],
  return: ['A customer sent a unit back', { reason: 'return', change: 1 }],
  damage: ['Two units are damaged', { reason: 'damage', change: -2, note: 'Broken spout' }],
  correction: ['An earlier movement was wrong', { reason: 'correction', change: -1, note: 'Delivery 1182 had 23 units' }],
  count: ['A stock count', { reason: 'count', countedQuantity: 30 }],
} as const;
const common = { productId: 7, actor: 'auth0|warehouse-3', createdAt: '2026-03-01T09:00:00.000Z' };
const movements = {
  receipt: { id: 41, ...bodies.receipt[1], balance: 36, ...common },
  count: { id: 42, reason: 'count', change: -6, note: null, balance: 30, ...common },
};

/** The example of the error `not-found` of a route whose path contains a SKU. */
export const unknownSku = { 'not-found': { detail: 'No product has this SKU.' } };

/** The routes of the stock. */
export const stockOperations: Readonly<Record<string, Operation>> = {
  listStockMovements: {
    ...{ tag: 'Catalogue management', summary: "List a product's stock movements" },
    description:
      "Returns a product's stock and a page of its movements, newest first. Orders and their cancellations change the stock, but are not movements. The stock before the first movement appears as a movement with the reason `opening`.",
    parameters: { sku, limit: limit('movements'), cursor },
    answer: {
      ...{ description: "The product's stock and a page of its movements, newest first.", schema: 'StockMovementPage', headers: ['Link'] },
      example: { stockQuantity: 30, reservedQuantity: 2, items: [movements.count, movements.receipt], nextCursor },
    },
    ...{ codes: ['not-found'], problems: unknownSku },
  },
  recordStockMovement: {
    ...{ tag: 'Catalogue management', summary: 'Record a stock movement', parameters: { sku } },
    description:
      'Changes the stock of a product and records why. The movement is booked exactly once for each `Idempotency-Key`. If the stock would fall below 0, nothing is booked and the response is 409 `insufficient-stock`. If the stock plus the units of pending and processing orders would exceed 2,147,483,647, nothing is booked and the response is 422 `invalid-request`.',
    body: {
      description: 'A change of the stock by some units, or the result of a stock count.',
      fields: {
        ...texts.movement,
        change:
          'The units to add to the stock, or to take from it if negative. Above 0 for a `receipt` or a `return`, below 0 for `damage`, and either for a `correction`.',
        countedQuantity:
          'The counted units minus the `reservedQuantity` that the list of stock movements returns. The request sets the stock to this number.',
      },
      examples: bodies,
    },
    answer: {
      ...{ status: 201, description: 'The booked movement.', schema: 'StockMovement', headers: ['Idempotency-Replayed'] },
      examples: { receipt: ['A delivery', movements.receipt], count: ['A stock count', movements.count] },
    },
    codes: ['not-found', 'idempotency-key-reused', 'insufficient-stock'],
    problems: {
      ...unknownSku,
      'idempotency-key-reused': {
        detail: 'This Idempotency-Key was used for another stock movement. Send a new key for a new movement.',
      },
      'insufficient-stock': {
        detail: 'The stock is 12, so 20 units cannot be taken from it. Nothing was booked. Count the stock, or book fewer units.',
        details: { shortages: [{ productId: 7, requested: 20, available: 12 }] },
      },
    },
  },
};
