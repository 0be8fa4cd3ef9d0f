import { QueryTypes } from 'sequelize';
import type { Database } from '../database/types.ts';
import type { OrderEvent } from './orderEvent.ts';
import type { ReplayPosition, ReplayRequest } from './replayRequest.ts';

/**
 * How many events a page reads from the index of publication times. Small, so that a page takes little time: if all its events belong to one order,
 * each event needs its own call of PutEvents.
 */
const pageSize = 10;

/** A published event. */
export type PublishedEvent = Omit<OrderEvent, 'isReplay'>;

/** A page of published events. `last` is the position of its end; null on the last page. */
interface Page {
  readonly events: readonly PublishedEvent[];
  readonly last: ReplayPosition | null;
}

// Returns the SQL that formats a time in ISO 8601 with microseconds, independently of the session's settings.
const microseconds = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/**
 * Returns a page of the events that were published in a span of time. They are sorted by time of publication, but the events of one order always stay
 * in sequence: if an event was parked and published late, the later events of its order follow directly after it. Omits abandoned events
 * (docs/runbook.md), which have no `claimed_by`. Uses SQL, because a finder cannot sort in this way.
 */
export async function publishedEvents(db: Database, { from, to, orderId, after }: ReplayRequest): Promise<Page> {
  const rows = await db.sequelize.query<PublishedEvent & { ofId: number; ofPublishedAt: string }>(
    `with page as materialized (
       select id, order_id, sequence, published_at
         -- For one order, reads all of its events by the index on the order's ID, because an order has few events.
         from ${orderId === undefined ? 'order_events' : '(select id, order_id, sequence, published_at from order_events where order_id = $6::bigint offset 0) of_order'}
        where published_at >= greatest($1::timestamptz, $3::timestamptz) and published_at < $2::timestamptz
          and (published_at, id) > ($3::timestamptz, $4::bigint)
        order by published_at, id
        limit $5::int
     )
     select event.id, event.order_id as "orderId", event.sequence, event.type, event.payload, event.actor, event.request_id as "requestId",
            event.created_at as "createdAt", page.id as "ofId", ${microseconds('page.published_at')} as "ofPublishedAt"
       from page
       -- Sorts an event by the latest \`published_at\` of the event and of its order's events with a lower sequence. Usually this is the event's own
       -- time, because only an event that was parked can be published after events with a higher sequence.
       left join order_events event
         on event.order_id = page.order_id and event.sequence >= page.sequence and event.claimed_by is not null
        and event.published_at between $1::timestamptz and page.published_at
        and not exists (select from order_events missing
                         where missing.order_id = event.order_id and missing.sequence <= event.sequence
                           and missing.published_at < $2::timestamptz
                           and (missing.published_at, missing.id) > (page.published_at, page.id))
      order by page.published_at, page.id, event.sequence`,
    {
      type: QueryTypes.SELECT,
      bind: [from, to, after?.publishedAt ?? '-infinity', after?.id ?? 0, pageSize, ...(orderId === undefined ? [] : [orderId])],
    },
  );
  const read = new Set(rows.map(({ ofId }) => ofId)).size;
  const end = rows.at(-1);
  const events = rows.flatMap(({ ofId: _, ofPublishedAt: __, ...event }) => (event.id === null ? [] : [event]));
  return { events, last: end && read === pageSize ? { publishedAt: end.ofPublishedAt, id: end.ofId } : null };
}
