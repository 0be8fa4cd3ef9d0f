import type { OrderStatus } from '../models/order.ts';

export { orderStatuses } from '../models/order.ts';

/** For each status that an order can be advanced to: the status that the order must have before. */
export const predecessors: Readonly<Partial<Record<OrderStatus, OrderStatus>>> = {
  processing: 'pending',
  shipped: 'processing',
  delivered: 'shipped',
};

/** The statuses in which an order can be cancelled: nothing has shipped yet. */
export const cancellable: readonly OrderStatus[] = ['pending', 'processing'];
