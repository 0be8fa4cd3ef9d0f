import type pg from 'pg';
import * as z from 'zod/mini';

const told = z.object({
  orderId: z.number(),
  sequence: z.number(),
  type: z.enum(['order.placed', 'order.advanced', 'order.cancelled', 'order.paid', 'order.refunded']),
  payload: z.object({
    status: z.optional(z.string()),
    previousStatus: z.optional(z.string()),
    totalInCents: z.number(),
    amountInCents: z.optional(z.number()),
    paidInCents: z.optional(z.number()),
    refundDueInCents: z.optional(z.number()),
    reason: z.optional(z.string()),
  }),
});
type Told = z.output<typeof told>;

/** The state of an order after its events. */
interface Story {
  status: string;
  paidInCents: number;
  readonly faults: string[];
}

const next: Readonly<Record<string, string>> = { pending: 'processing', processing: 'shipped', shipped: 'delivered' };

/** Applies an order's events in sequence, and notes a fault for each event that does not fit the order's state. */
function storyOf(events: readonly Told[]): Story {
  const story: Story = { status: 'unplaced', paidInCents: 0, faults: [] };
  for (const [index, { sequence, type, payload }] of events.entries()) {
    const { totalInCents, amountInCents = 0 } = payload;
    const isPaid = story.paidInCents >= totalInCents;
    const expect = (holds: boolean, what: string) => {
      if (!holds) story.faults.push(`${type} ${sequence}: ${what}`);
    };
    expect(sequence === index + 1, `has sequence ${sequence}, but comes at position ${index + 1}`);
    if (type === 'order.placed') {
      expect(story.status === 'unplaced', `the order was ${story.status}`);
      story.status = 'pending';
      continue;
    }
    if (type === 'order.paid' || type === 'order.refunded') {
      story.paidInCents += type === 'order.paid' ? amountInCents : -amountInCents;
      expect(payload.paidInCents === story.paidInCents, `says ${payload.paidInCents} are paid, not ${story.paidInCents}`);
      expect(story.paidInCents >= 0, 'refunds more than was paid');
      expect(payload.status === story.status, `says the order is ${payload.status}, not ${story.status}`);
      continue;
    }
    expect(payload.previousStatus === story.status, `says the order was ${payload.previousStatus}, not ${story.status}`);
    if (type === 'order.advanced') {
      expect(next[story.status] === payload.status, `goes from ${story.status} to ${payload.status}`);
      expect(payload.status !== 'processing' || isPaid, 'advances an order that is not paid');
      story.status = payload.status ?? '';
      continue;
    }
    expect(story.status === 'pending' || story.status === 'processing', `the order was ${story.status}`);
    expect(payload.reason !== 'unpaid' || (!isPaid && story.status === 'pending'), 'expires an order that is paid or processed');
    expect(payload.refundDueInCents === story.paidInCents, `says ${payload.refundDueInCents} are due as refund, not ${story.paidInCents}`);
    story.status = 'cancelled';
  }
  return story;
}

/** The number of events of each kind, and the faults of all histories. */
export interface Stories {
  readonly counts: Readonly<
    Record<'payments' | 'refunds' | 'advances' | 'cancelledByCustomers' | 'cancelledByStaff' | 'expired' | 'paidAfterCancellation', number>
  >;
  readonly faults: readonly string[];
  /** The status of each order, by order ID. */
  readonly statuses: ReadonlyMap<number, string>;
  /** Each order.advanced event as `<order ID>: <status>`. */
  readonly advanced: ReadonlySet<string>;
}

/** Reads every order's events, and compares the order's row with the state after its last event. */
export async function readStories(client: pg.Client): Promise<Stories> {
  const { rows } = await client.query(
    `select order_id::int as "orderId", sequence, type, payload from order_events order by order_id, order_events.sequence`,
  );
  const histories = Map.groupBy(z.array(told).parse(rows), ({ orderId }) => orderId);
  const orders = await client.query<{ id: number; status: string; paidInCents: number }>(
    `select id::int, status, paid_in_cents::float8 as "paidInCents" from orders order by id`,
  );
  const faults: string[] = [];
  const counts = {
    payments: 0,
    refunds: 0,
    advances: 0,
    cancelledByCustomers: 0,
    cancelledByStaff: 0,
    expired: 0,
    paidAfterCancellation: 0,
  };
  const advanced = new Set<string>();
  for (const { id, status, paidInCents } of orders.rows) {
    const events = histories.get(id) ?? [];
    const story = storyOf(events);
    faults.push(...story.faults.map((fault) => `order ${id}: ${fault}`));
    if (story.status !== status) faults.push(`order ${id} is ${status}, and its history ends with ${story.status}`);
    if (story.paidInCents !== paidInCents) faults.push(`order ${id} has ${paidInCents} paid, and ${story.paidInCents} in its history`);
    for (const { type, payload } of events) {
      if (type === 'order.paid') counts.payments++;
      if (type === 'order.refunded') counts.refunds++;
      if (type === 'order.advanced') counts.advances++;
      if (type === 'order.advanced') advanced.add(`${id}: ${payload.status}`);
      if (payload.reason === 'customer') counts.cancelledByCustomers++;
      if (payload.reason === 'fulfilment') counts.cancelledByStaff++;
      if (payload.reason === 'unpaid') counts.expired++;
      if (type === 'order.paid' && payload.status === 'cancelled') counts.paidAfterCancellation++;
    }
  }
  return { counts, faults, statuses: new Map(orders.rows.map(({ id, status }) => [id, status])), advanced };
}

const published = z.object({ id: z.number(), orderId: z.number(), sequence: z.number() });

/** Compares the events on the bus with the outbox. Each event must have arrived at least once, and an order's events in sequence, apart from repetitions. */
export async function unpublishedFaults(client: pg.Client, details: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  const arrived = new Set<number>();
  const lastOf = new Map<number, number>();
  for (const detail of details) {
    const { id, orderId, sequence } = published.parse(JSON.parse(detail));
    if (arrived.has(id)) continue;
    arrived.add(id);
    const last = lastOf.get(orderId) ?? 0;
    if (sequence !== last + 1) faults.push(`order ${orderId}: event ${sequence} was published after event ${last}`);
    lastOf.set(orderId, sequence);
  }
  const { rows } = await client.query<{ id: number }>('select id::int from order_events order by id');
  const missing = rows.filter(({ id }) => !arrived.has(id));
  if (missing.length > 0) faults.push(`${missing.length} events were not published, such as event ${missing[0]?.id}`);
  return faults;
}
