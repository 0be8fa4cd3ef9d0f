import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Issuer, localIssuer } from '../../local/aws/issuer.ts';
import { openGateway } from '../../local/gateway/gateway.ts';
import { jwtAuthorizer } from '../../local/gateway/jwtAuthorizer.ts';
import type { ServerlessConfig } from '../../local/serverless/serverlessConfig.ts';
import { planArrivals } from './arrivals.ts';
import { caller } from './caller.ts';
import type { LoadDatabase } from './database.ts';
import { generate } from './generate.ts';
import { brokenInvariants, orderCount, stockOf } from './invariants.ts';
import type { Options, ProfileName } from './options.ts';
import { openProfile, type Profile } from './profile.ts';
import type { Progress } from './progress.ts';
import { Recorder } from './recorder.ts';
import type { ProfileResult } from './result.ts';
import { startSampler } from './sampler.ts';

interface Stage {
  readonly options: Options;
  readonly config: ServerlessConfig;
  readonly database: LoadDatabase;
  readonly issuer: Issuer;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** Sends the load to one profile, on a fresh copy of the shop, and returns the result. */
export async function runProfile(name: ProfileName, stage: Stage): Promise<ProfileResult> {
  const { options, config, database, issuer, progress, signal } = stage;
  const clone = `load_${name.replace('-', '_')}`;
  const urls = await database.clone(clone);
  const connect = () => database.connect(clone);
  const before = await inspect(connect, async (client) => ({
    stock: await stockOf(client),
    orders: await orderCount(client),
    productIds: await productIds(client),
  }));
  const tokens = await Promise.all(Array.from({ length: 100 }, (_, index) => issuer.sign({ sub: `customer-${index + 1}` })));
  const profile = await openProfile(name, config, options, database, urls);
  const gateway = await openGateway();
  const ended = new AbortController();
  const recorder = new Recorder();
  const callers = caller({ url: gateway.url, tokens, productIds: before.productIds, runId: name });
  const refusedBefore = new Map(database.refused);
  const { samples, ended: sampled } = startSampler(connect, profile.functions.state, ended.signal);
  const watching = progress.watch(name, () => ({ counts: recorder.counts(), sample: samples.at(-1), slots: options.slots }));
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  try {
    const authorize = jwtAuthorizer({ keys: issuer.keys, issuer: localIssuer.issuer, audience: [localIssuer.audience] });
    const authorizers = new Map(config.authorizers.map(({ name: authorizer, header }) => [authorizer, { header, authorize }]));
    gateway.serve({ routes: config.routes, authorizers, invoke: profile.functions.invoke });
    const event = happen(options, database, profile, clone, signal);
    const arrivals = planArrivals(options.scenario, options.rate, options.durationS);
    await generate(arrivals, options.durationS * 1000, callers, recorder, signal);
    await event;
    const wallMs = performance.now() - began;
    const { user, system } = process.cpuUsage(cpuBefore);
    const { coldStarts } = profile.functions.state();
    ended.abort();
    await sampled;
    const counts = recorder.counts();
    const refused = Object.fromEntries([...database.refused].map(([code, count]) => [code, count - (refusedBefore.get(code) ?? 0)]));
    // Frozen environments keep their connections, so the checks below may find no free slot before the environments end.
    await profile.stop();
    const after = await inspect(connect, async (client) => ({
      statements: await statements(client),
      broken: await brokenInvariants(client, before.stock, counts.orders, before.orders),
    }));
    const connectReader = () => database.connectReader(clone);
    const readerStatements = options.readers ? await inspect(async () => connectReader() ?? connect(), statements) : undefined;
    const ran = counts.requests - counts.throttled;
    const sent = after.statements + (readerStatements ?? 0);
    return {
      ...{ name, ...counts, concurrency: profile.concurrency, coldStarts, samples, broken: after.broken },
      peakEnvironments: Math.max(0, ...samples.map(({ busy, frozen }) => busy + frozen)),
      peakConnections: Math.max(0, ...samples.map(({ held }) => held ?? 0)),
      refused,
      ...(readerStatements !== undefined && { readerStatements }),
      // The statistics are null after a failover, because the crash of the server deletes them.
      statementsPerRequest: options.scenario.event === 'failover' || ran === 0 ? null : Math.round((sent / ran) * 10) / 10,
      ordersPerSecond: Math.round((counts.orders / (wallMs / 1000)) * 10) / 10,
      harnessCores: Math.round((user + system) / 10 / wallMs) / 100,
    };
  } finally {
    watching.end();
    ended.abort();
    callers.close();
    await profile.stop();
    await gateway.close(0);
    await sampled;
  }
}

/** Triggers the scenario's incident in the database, in the middle of the run. */
async function happen({ scenario, durationS }: Options, database: LoadDatabase, profile: Profile, name: string, signal: AbortSignal) {
  if (scenario.event === undefined) return;
  await sleep(durationS * 500, undefined, { signal }).catch(() => {});
  if (signal.aborted) return;
  if (scenario.event === 'failover') return database.failover();
  profile.rotated(await database.rotate(name));
  // A rotation does not end existing sessions. End them here, as the idle timeout or a restart does later in production.
  await inspect(
    () => database.connect(name),
    (client) =>
      client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()'),
  );
}

async function inspect<Found>(connect: () => Promise<pg.Client>, look: (client: pg.Client) => Promise<Found>): Promise<Found> {
  const client = await whenFree(connect);
  return look(client).finally(() => client.end());
}

/** Connects as soon as a slot is free. If a profile used every slot, the server needs a moment to notice that the profile's sessions ended. */
async function whenFree(connect: () => Promise<pg.Client>): Promise<pg.Client> {
  for (let tries = 40; ; tries--) {
    try {
      return await connect();
    } catch (error) {
      if (tries === 0 || !(error instanceof pg.DatabaseError) || error.code !== '53300') throw error;
      await sleep(250);
    }
  }
}

async function productIds(client: pg.Client): Promise<number[]> {
  const { rows } = await client.query<{ id: string }>('select id from products where is_active and stock_quantity > 100 order by id');
  return rows.map(({ id }) => Number(id));
}

/** Counts the functions' statements in this database. Excludes the statements of superusers, because the load test connects as one. */
async function statements(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ calls: string | null }>(
    `select sum(calls) as calls from pg_stat_statements
      where dbid = (select oid from pg_database where datname = current_database())
        and userid not in (select oid from pg_roles where rolsuper)`,
  );
  return Number(rows[0]?.calls ?? 0);
}
