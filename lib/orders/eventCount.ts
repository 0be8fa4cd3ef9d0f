/**
 * SQL for the number of an order's next event, to be stored as `event_count` while the order's row is locked: the count of its events plus one.
 * The column is null as long as the status tells the count, so that placing an order writes nothing for it. A cancelled order has a count, unless
 * it was cancelled before there were counts; then its `order.cancelled` was its second event, as far as anything remains of it.
 */
export const nextEvent = `1 + coalesce(orders.event_count,
  case orders.status when 'pending' then 1 when 'shipped' then 3 when 'delivered' then 4 else 2 end)`;
