import { QueryTypes } from 'sequelize';
import type { Database } from '../database/types.ts';
import type { OrderEvent, Refusal } from './orderEvent.ts';

/** PutEvents takes 10 at a time (EventBridge's quota). */
const batchSize = 10;
// How long a claimed event is left to its claimer: longer than the bus may take for a batch (eventBridge.ts: 8 s).
const claimSeconds = 60;
const longestPauseSeconds = 900;
// What the bus refuses by itself, it refuses again until somebody mends something: tried with each minute's run, ten times, it is parked after
// about ten minutes. That outlasts a hiccup of EventBridge and a deploy that goes back, and so long the order's later events wait.
const triesBeforeParking = 10;
// Below the minute between two runs, so that none is missed.
const refusalPauseSeconds = 50;
const keepPublishedDays = 7;
/** How many old events are deleted by one statement. */
export const deleteAtOnce = 1_000;

/**
 * Claims the oldest events that are due, and commits: no lock is held while they are sent. Only an order's oldest unpublished
 * event may be claimed, so that one that waits or fails holds back its successors, until it is published or parked.
 */
export async function claimEvents(db: Database, claimer: string): Promise<OrderEvent[]> {
  return db.sequelize.query<OrderEvent>(
    `with due as materialized (
       select id
         from order_events event
        where published_at is null
          -- Read with the rest of order_events_unpublished_idx: parked events are few, for each rings an alarm.
          and parked_at is null
          and not_before <= now()
          and not exists (select from order_events earlier
                           where earlier.order_id = event.order_id and earlier.id < event.id
                             and earlier.published_at is null and earlier.parked_at is null)
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

/**
 * Marks what the bus took as published, and puts off what it did not take: for longer each time while the bus takes nothing, and for a minute
 * what it refuses by itself, until that is parked. Only the claimer's own, and once: repeated, it changes nothing. Returns what was parked.
 */
export async function settleEvents(
  db: Database,
  claimer: string,
  taken: readonly number[],
  refused: ReadonlyMap<number, Refusal>,
): Promise<number[]> {
  const refusals = [...refused.values()];
  const settled = await db.sequelize.query<{ id: number; isParked: boolean }>(
    `update order_events
        set published_at = case when refusal.id is null then now() end,
            claimed_by = case when refusal.id is null then claimed_by end,
            last_error = refusal.reason,
            refusals = refusals + case when refusal.is_own then 1 else 0 end,
            parked_at = case when refusal.is_own and refusals + 1 >= ${triesBeforeParking} then now() end,
            -- Of random length where the bus is down: events that failed in one call do not all come back in one.
            not_before = case when refusal.id is null then not_before
                              when refusal.is_own then now() + interval '${refusalPauseSeconds} s'
                              else now() + least(power(2, least(attempts, 20)), ${longestPauseSeconds}) * (0.5 + random() / 2) * interval '1 s' end
       from unnest($2::bigint[] || $3::bigint[]) as settled (id)
       left join unnest($3::bigint[], $4::text[], $5::boolean[]) as refusal (id, reason, is_own) on refusal.id = settled.id
      where order_events.id = settled.id and claimed_by = $1 and published_at is null
     returning order_events.id, parked_at is not null as "isParked"`,
    {
      type: QueryTypes.SELECT,
      bind: [
        claimer,
        taken,
        [...refused.keys()],
        refusals.map(({ reason }) => reason.slice(0, 255)),
        refusals.map(({ concerns }) => concerns === 'event'),
      ],
    },
  );
  return settled.filter(({ isParked }) => isParked).map(({ id }) => id);
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

/** What is not published: how many seconds the oldest event has waited that is not parked, 0 where none waits; and how many are parked. */
export interface Unpublished {
  readonly oldestWaitingSeconds: number;
  readonly parked: number;
}

/** Looks at what is not published, by the partial indexes of the events that wait and of those that are parked. */
export async function unpublished(db: Database): Promise<Unpublished> {
  const [found] = await db.sequelize.query<Unpublished>(
    `select coalesce((select greatest(0, extract(epoch from now() - created_at))::int
                        from order_events where published_at is null and parked_at is null order by id limit 1), 0) as "oldestWaitingSeconds",
            (select count(*)::int from order_events where parked_at is not null) as parked`,
    { type: QueryTypes.SELECT },
  );
  return found ?? { oldestWaitingSeconds: 0, parked: 0 };
}
