import { beforeAll, expect, it } from 'vitest';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import { publishEvents } from '../../lib/events/publishEvents.ts';
import { publishedEvents } from '../../lib/events/publishedEvents.ts';
import { duringInvocation } from '../../lib/invocation.ts';
import { ownerDatabase } from '../support/ownerDatabase.ts';
import { announcePlans, plansOf } from '../support/plans.ts';

const published = 50_000;

beforeAll(async () => {
  await announcePlans();
  const { sequelize } = await ownerDatabase();
  await sequelize.query(
    `insert into order_events (order_id, sequence, type, actor, payload, request_id, claimed_by, published_at)
     select n, 1, 'order.placed', 'customer', '{}', 'old', 'a publisher', now() - n / 10 * interval '1 s' from generate_series(1, ${published}) n;
     insert into order_events (order_id, sequence, type, actor, payload, request_id, parked_at)
     select n, 2, 'order.placed', 'customer', '{}', 'parked', now() from generate_series(1, 5) n;
     insert into order_events (order_id, sequence, type, actor, payload, request_id)
     select n, 3, 'order.placed', 'customer', '{}', 'due' from generate_series(1, 25) n`,
  );
  await sequelize.query('vacuum analyze order_events');
});

it('a run reads the waiting and the parked events, but not the published ones', async () => {
  const taken: number[] = [];
  const bus = {
    exists: async () => true,
    async put(events: readonly { id: number }[]) {
      taken.push(...events.map(({ id }) => id));
      return new Map();
    },
  };
  // The remaining time allows one pause. After a pause, publishEvents also sends the statement that asks whether an event is due.
  let left = 17_000;
  const pause = async (ms: number) => (left -= ms);
  const { result, plans } = await plansOf(() =>
    duringInvocation({ requestId: 'plans', remainingMs: () => left }, () => publishEvents(withDatabase, bus, { delayMs: 1_000, pause })),
  );
  expect(plans.filter(({ sql }) => sql.includes('"isDue"'))).toHaveLength(1);
  expect(result).toEqual({ published: 25, refused: 0, deleted: 0 });
  expect(taken).toHaveLength(25);
  for (const { sql, scans, rowsRead } of plans) {
    const what = `${sql}\n${scans.join(', ')}`;
    expect(scans.join(), what).not.toMatch(/Seq Scan on order_events/);
    expect(rowsRead, what).toBeLessThan(published / 100);
  }
  expect(plans.flatMap(({ scans }) => scans)).toEqual(
    expect.arrayContaining([expect.stringContaining('order_events_unpublished_idx'), expect.stringContaining('order_events_parked_idx')]),
  );
});

const span = { from: new Date(Date.now() - 4_000_000).toISOString(), to: new Date(Date.now() - 1_000_000).toISOString() };

it.each([
  ['its first page', span, 10],
  ['a later page', { ...span, after: { publishedAt: new Date(Date.now() - 2_000_000).toISOString(), id: 1 } }, 10],
  ['one order', { ...span, orderId: 20_000 }, 1],
])('a replay of a time span with 30,000 events reads only %s', async (_, request, count) => {
  const { result, plans } = await plansOf(() => withDatabase((db) => publishedEvents(db, request)));
  expect(result.events).toHaveLength(count);
  for (const { sql, scans, rowsRead } of plans) {
    expect(scans.join(), sql).not.toMatch(/Seq Scan on order_events/);
    expect(rowsRead, sql).toBeLessThan(500);
  }
});
