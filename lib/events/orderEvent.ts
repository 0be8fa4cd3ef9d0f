/** The type of an event, which is also its detail type on the bus. */
export type EventType = 'order.placed' | 'order.cancelled' | 'order.advanced' | 'order.paid' | 'order.refunded';

/** A change of an order. Delivery is at least once; consumers remove duplicates by `id`. */
export interface OrderEvent {
  readonly id: number;
  readonly orderId: number;
  /** The event's place among its order's events, from 1 without gaps. */
  readonly sequence: number;
  readonly type: EventType;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Who caused the event: `customer`, `system`, `staff` or `payments`. The last two are followed by `:` and the token's subject, if it can be stored. */
  readonly actor: string;
  readonly requestId: string;
  readonly createdAt: Date;
  /** Whether a replay publishes the event again. */
  readonly isReplay?: true;
}

/**
 * Why the bus rejected an event. `event`: the bus rejects only this event. `bus`: the bus currently accepts no events, or none from this
 * service.
 */
export interface Refusal {
  readonly concerns: 'event' | 'bus';
  /** The bus's error, for the log and for `order_events.last_error`. */
  readonly reason: string;
}

/** The bus to which events are published. */
export interface EventBus {
  /** Whether the bus exists. Rejects if that is unknown. */
  exists(): Promise<boolean>;
  /** Publishes up to 10 events and returns the rejected ones by ID. */
  put(events: readonly OrderEvent[]): Promise<ReadonlyMap<number, Refusal>>;
}
