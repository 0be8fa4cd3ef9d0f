/**
 * SQL for the sequence number of an order's next event: the number of its events plus one. Store the result as `event_count` while the order's row
 * is locked. While `event_count` is null, the order's status implies the number of events, so that placing an order need not write the column. For
 * an order that was cancelled before the column existed, the SQL assumes two events: `order.placed` and `order.cancelled`.
 */
export const nextEvent = `1 + coalesce(orders.event_count,
  case orders.status when 'pending' then 1 when 'shipped' then 3 when 'delivered' then 4 else 2 end)`;
