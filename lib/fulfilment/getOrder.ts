import type { Database } from '../database/types.ts';
import type { OrderEvent } from '../models/orderEvent.ts';
import { noSuchOrder } from '../orders/getOrder.ts';
import { type FulfilmentOrderView, fulfilmentOrders } from './fulfilmentOrders.ts';

/** An event of an order's history. `from` and `to` are statuses: only an event that changes the status has them. */
interface HistoryEvent {
  /** Counts from 1 without gaps. */
  readonly sequence: number;
  readonly type: string;
  readonly time: string;
  /** `customer`, `system`, `staff` or `payments`. A colon and the subject of the token may follow the last two. */
  readonly actor: string;
  /** Why staff cancelled the order. */
  readonly note?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** An order as staff see it, with its history. */
export interface FulfilmentOrder extends FulfilmentOrderView {
  readonly history: readonly HistoryEvent[];
}

/** Returns any order with its customer, payments and history, in three statements. @throws PublicError `not-found` */
export async function getOrder(db: Database, orderId: number): Promise<FulfilmentOrder> {
  const order = (await fulfilmentOrders(db, [orderId])).get(orderId);
  if (!order) throw noSuchOrder();
  const events = await db.OrderEvent.findAll({
    attributes: ['sequence', 'type', 'createdAt', 'actor', 'payload'],
    where: { orderId },
    order: ['sequence'],
  });
  return { ...order, history: events.map(historyEvent) };
}

function historyEvent({ sequence, type, createdAt, actor, payload }: OrderEvent): HistoryEvent {
  const { note, previousStatus, status } = payload;
  return {
    ...{ sequence, type, time: createdAt.toISOString(), actor },
    ...(typeof note === 'string' && { note }),
    ...(typeof previousStatus === 'string' && typeof status === 'string' && { from: previousStatus, to: status }),
  };
}
