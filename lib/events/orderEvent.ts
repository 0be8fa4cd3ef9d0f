/** A change of an order. Consumers tell events apart by `id`, for delivery is at least once. */
export interface OrderEvent {
  readonly id: number;
  readonly orderId: number;
  readonly type: 'order.placed' | 'order.cancelled' | 'order.advanced';
  readonly payload: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
}

/**
 * Why the bus did not take an event. `event`: the bus refuses this event and would take another. `bus`: it takes nothing at the moment,
 * or nothing from us.
 */
export interface Refusal {
  readonly concerns: 'event' | 'bus';
  /** The answer of the bus, for the log and for `order_events.last_error`. */
  readonly reason: string;
}

export interface EventBus {
  /** Says whether the bus exists. Rejects when nobody can say. */
  exists(): Promise<boolean>;
  /** Hands over up to 10 events and returns those that were not taken, by id. */
  put(events: readonly OrderEvent[]): Promise<ReadonlyMap<number, Refusal>>;
}
