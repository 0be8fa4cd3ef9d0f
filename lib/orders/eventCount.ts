/**
 * SQL for the number of an order's next event: the count of its events plus one. Store it as `event_count` while the order's row is locked.
 * The column is null while the order's status implies the count, so that placing an order need not write it. An order that was cancelled before
 * this column existed has no count. The SQL assumes that it has two events: `order.placed` and `order.cancelled`.
 */
export const nextEvent = `1 + coalesce(orders.event_count,
  case orders.status when 'pending' then 1 when 'shipped' then 3 when 'delivered' then 4 else 2 end)`;
