/**
 * SQL for an order's `event_count` with its next event, which is also the sequence number of this event. Store the count while the order's row is
 * locked. Placing an order does not write the column. While it is null, the order's status tells the number of events. For an order that was
 * cancelled before the column existed, the SQL assumes two events: `order.placed` and `order.cancelled`.
 */
export const eventCount = `1 + coalesce(orders.event_count,
  case orders.status when 'pending' then 1 when 'shipped' then 3 when 'delivered' then 4 else 2 end)`;
