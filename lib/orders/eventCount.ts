/**
 * SQL for the sequence number of an order's next event: the number of its events so far plus one. A change of an order gives its event this number, and
 * stores the number as `event_count` while the order's row is locked. Placing an order does not write `event_count`. While it is null, the order's status tells the number of events. For an
 * order that was cancelled before the column existed, the SQL assumes two events: `order.placed` and `order.cancelled`.
 */
export const eventCount = `1 + coalesce(orders.event_count,
  case orders.status when 'pending' then 1 when 'shipped' then 3 when 'delivered' then 4 else 2 end)`;
