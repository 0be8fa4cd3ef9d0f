import { QueryTypes } from 'sequelize';
import type { Database } from '../database/types.ts';
import type { OrderEvent } from './orderEvent.ts';

/** PutEvents takes 10 at a time (EventBridge's quota). */
const batchSize = 10;
// How long a claimed event is left to its claimer: longer than a call of the bus may take (eventBridge.ts: 3 tries of 4 s).
const claimSeconds = 60;
const longestPauseSeconds = 900;
const keepPublishedDays = 7;
/** How many old events are deleted by one statement. */
export const deleteAtOnce = 1_000;

/**
 * Claims the oldest events that are due, and commits: no lock is held while they are sent. Only an order's oldest unpublished
 * event may be claimed, so that one that waits or fails holds back its successors.
 */
export async function claimEvents(db: Database, claimer: string): Promise<OrderEvent[]> {
  return db.sequelize.query<OrderEvent>(
    `with due as materialized (
       select id
         from order_events event
        where published_at is null
          and not_before <= now()
          and not exists (select from order_events earlier
                           where earlier.order_id = event.order_id and earlier.id < event.id and earlier.published_at is null)
        order by id
        limit ${batchSize}
          for update skip locked
     ), claimed as (
       update order_events
          set claimed_by = $1, attempts = attempts + 1, not_before = now() + interval '${claimSeconds} s'
        where id in (select id from due)
       returning id, order_id, type, payload, created_at
     )
     select id, order_id as "orderId", type, payload, created_at as "createdAt" from claimed order by id`,
    { type: QueryTypes.SELECT, bind: [claimer] },
  );
}

/** Marks what the bus took as published, and puts off what it refused, each time for longer. Only the claimer's own. */
export async function settleEvents(
  db: Database,
  claimer: string,
  taken: readonly number[],
  refused: ReadonlyMap<number, string>,
): Promise<void> {
  await db.sequelize.query(
    `update order_events
        set published_at = case when refusal.id is null then now() end,
            last_error = refusal.reason,
            not_before = case when refusal.id is null then not_before
                              else now() + least(power(2, least(attempts, 20)), ${longestPauseSeconds}) * interval '1 s' end
       from unnest($2::bigint[] || $3::bigint[]) as settled (id)
       left join unnest($3::bigint[], $4::text[]) as refusal (id, reason) on refusal.id = settled.id
      where order_events.id = settled.id and claimed_by = $1 and published_at is null`,
    { bind: [claimer, taken, [...refused.keys()], [...refused.values()].map((reason) => reason.slice(0, 255))] },
  );
}

/** Deletes events that were published more than 7 days ago, at most `deleteAtOnce`, so that no statement is long. Returns how many. */
export async function deleteOldEvents(db: Database): Promise<number> {
  const deleted = await db.sequelize.query<{ id: number }>(
    `delete from order_events
      where id in (select id from order_events where published_at < now() - interval '${keepPublishedDays} days' limit ${deleteAtOnce})
     returning id`,
    { type: QueryTypes.SELECT },
  );
  return deleted.length;
}

/** How many seconds the oldest event has waited that is not published; 0 where none waits. Read by its partial index. */
export async function oldestWaitingSeconds(db: Database): Promise<number> {
  const [oldest] = await db.sequelize.query<{ seconds: number }>(
    `select greatest(0, extract(epoch from now() - created_at))::int as seconds
       from order_events where published_at is null order by id limit 1`,
    { type: QueryTypes.SELECT },
  );
  return oldest?.seconds ?? 0;
}
