import { literal, Op, QueryTypes } from 'sequelize';
import { config } from '../config.ts';
import type { Database } from '../database/types.ts';
import type { OrderEvent, Refusal } from './orderEvent.ts';

/** EventBridge's quota for one PutEvents call. */
const batchSize = 10;
// How long a claim lasts: longer than the bus may take for a batch (eventBridge.ts: 8 s).
const claimSeconds = 60;
const longestPauseSeconds = 900;
// An event that the bus rejects because of the event itself is retried each minute. After ten such rejections it is parked, which means that it is not
// retried any more. Ten tries take about nine minutes, or eight with a short EVENT_DELAY_SECONDS. That is longer than a brief fault of EventBridge, and
// longer than a faulty release takes to be rolled back. Until the event is parked, the later events of its order wait.
const triesBeforeParking = 10;
// Less than the minute between two runs, so that every run retries.
const refusalPauseSeconds = 50;
/** How many old events one statement deletes. */
export const deleteAtOnce = 1_000;

/**
 * SQL condition for a due row of `order_events event`: the event is not published, parked or postponed, and no earlier event of its order waits to be published.
 */
const isDue = `published_at is null
          -- The index on unpublished events contains the parked events, but these are few: each one raises an alarm.
          and parked_at is null
          and not_before <= now()
          and not exists (select from order_events earlier
                           where earlier.order_id = event.order_id and earlier.sequence < event.sequence
                             and earlier.published_at is null and earlier.parked_at is null)`;

/** Whether an event is due and no publisher other than `holder` has the lease. Locks nothing. Finders would need two statements. */
export async function mayPublish(db: Database, holder: string): Promise<boolean> {
  const [found] = await db.sequelize.query<{ isDue: boolean }>(
    `select exists (select from order_events event where ${isDue})
            and not exists (select from publisher_lease where holder <> $1 and expires_at >= now()) as "isDue"`,
    { type: QueryTypes.SELECT, bind: [holder] },
  );
  return found?.isDue ?? false;
}

/**
 * Claims the oldest due events and commits, so that no lock is held while they are sent. A waiting or failed event holds back the later events of its
 * order until it is published or parked. Claiming takes one statement, and `settleEvents` takes one. With models, both
 * together took five statements and 2.6 times as much CPU.
 */
export async function claimEvents(db: Database, claimer: string): Promise<OrderEvent[]> {
  return db.sequelize.query<OrderEvent>(
    `with due as materialized (
       select id
         from order_events event
        where ${isDue}
        order by id
        limit ${batchSize}
          for update skip locked
     ), claimed as (
       update order_events
          set claimed_by = $1, attempts = attempts + 1, not_before = now() + interval '${claimSeconds} s'
        where id in (select id from due)
       returning id, order_id, sequence, type, payload, actor, request_id, created_at
     )
     select id, order_id as "orderId", sequence, type, payload, actor, request_id as "requestId", created_at as "createdAt" from claimed order by id`,
    { type: QueryTypes.SELECT, bind: [claimer] },
  );
}

/**
 * Marks accepted events as published, and postpones rejected events: with exponential backoff if the rejection concerns the bus, and by
 * 50 s if it concerns only the event. Parks an event after ten rejections that concern only the event. Changes only the claimer's events, and is idempotent. Returns the IDs of parked events.
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
            -- Adds jitter, so that events that failed together are not all retried together.
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

/** Deletes up to `deleteAtOnce` events that were published more than EVENT_RETENTION_DAYS ago. Returns how many. */
export async function deleteOldEvents(db: Database): Promise<number> {
  const before = literal(`now() - make_interval(days => ${config().eventRetentionDays})`);
  return db.OrderEvent.destroy({ where: { publishedAt: { [Op.lt]: before } }, limit: deleteAtOnce });
}

/** The age of the oldest unpublished event that is not parked (0 if none), and the number of parked events. */
export interface Unpublished {
  readonly oldestWaitingSeconds: number;
  readonly parked: number;
}

/**
 * Returns the state of unpublished events. Reads only the partial indexes of waiting and parked events. Sequelize needs two finders, which took three
 * times as much CPU.
 */
export async function unpublished(db: Database): Promise<Unpublished> {
  const [found] = await db.sequelize.query<Unpublished>(
    `select coalesce((select greatest(0, extract(epoch from now() - created_at))::int
                        from order_events where published_at is null and parked_at is null order by id limit 1), 0) as "oldestWaitingSeconds",
            (select count(*)::int from order_events where parked_at is not null) as parked`,
    { type: QueryTypes.SELECT },
  );
  return found ?? { oldestWaitingSeconds: 0, parked: 0 };
}
