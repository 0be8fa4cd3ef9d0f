/** What happened to an order. Consumers tell events apart by `id`: delivery is at least once, and promises them no order. */
export interface OrderEvent {
  readonly id: number;
  readonly orderId: number;
  readonly type: 'order.placed' | 'order.cancelled' | 'order.advanced';
  readonly payload: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
}

/** Takes up to 10 events and says which it did not take: their ids, with a reason for the log. Rejects when it took none. */
export type EventBus = (events: readonly OrderEvent[]) => Promise<ReadonlyMap<number, string>>;
