import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { Environment } from '../../local/lambda/environment.ts';
import type { DatabaseUrls } from '../../local/postgres/ordersDatabase.ts';
import { eventOf } from '../support/call.ts';
import { type Holdings, holdings, openShop, type Shop } from './shop.ts';

/** What was done, and what came of it. */
export interface ChaosReport {
  readonly attempted: number;
  readonly placed: number;
  /** Of those placed: how many were answered as a repetition, so that an earlier try had been carried out unheard. */
  readonly replayed: number;
  readonly environmentsKilled: number;
  readonly backendsTerminated: number;
  readonly serverCrashes: number;
  /** Requests that callers sent again with their key: after a crash of the environment, or a 503. */
  readonly repeatedByCallers: number;
  /** Answers that no caller should see: 500s and other surprises. */
  readonly surprises: readonly string[];
  readonly holdings: Holdings;
  readonly seconds: number;
}

interface Options {
  /** How many orders are placed, each until it is answered. */
  readonly orders: number;
  readonly clients?: number;
  /** An environment is killed about once in so many requests: a slow machine is to have as much chaos as a fast one. */
  readonly requestsPerKill?: number;
  /** A session is ended about once in so many requests. */
  readonly requestsPerTermination?: number;
  /** How often the server crashes, spread over the run. */
  readonly crashes?: number;
}

const timeoutMs = 15_000;
// A caller that hears nothing for so many tries has met a fault of ours.
const maxTries = 60;

/** Places orders while environments are killed, sessions ended and the server crashes; then counts what is there. */
export async function runChaos({
  orders,
  clients = 6,
  requestsPerKill = 40,
  requestsPerTermination = 8,
  crashes = 1,
}: Options): Promise<ChaosReport> {
  const began = performance.now();
  const shop = await openShop(migrateShop);
  const counts = { placed: 0, replayed: 0, environmentsKilled: 0, backendsTerminated: 0, serverCrashes: 0, repeatedByCallers: 0 };
  const surprises: string[] = [];
  const done = new AbortController();
  const alive = new Set<Environment>();
  let next = 0;

  const client = async () => {
    let environment: Environment | undefined;
    while (next < orders) {
      const request = orderRequest(next++);
      for (let attempt = 1; ; attempt++) {
        if (!environment || environment.isGone) {
          environment = await start(shop.directory, 'placeOrder', { DATABASE_URL: shop.databaseUrl });
          alive.add(environment);
        }
        const answer = await callPlaceOrder(environment, request);
        if (answer.status === 201) {
          counts.placed++;
          if (answer.replayed) counts.replayed++;
          break;
        }
        if (answer.status !== 503 && answer.status !== 'lost') surprises.push(`${answer.status} ${answer.text}`);
        if (attempt === maxTries) {
          surprises.push(`unanswered after ${maxTries} tries`);
          break;
        }
        counts.repeatedByCallers++;
        if (answer.status === 503) await sleep(50);
      }
    }
    await environment?.stop();
  };
  /** Waits until `count` says so much; false when the run is over before. */
  const reached = async (count: () => number, goal: number) => {
    while (count() < goal) if (!(await pause(2, done.signal))) return false;
    return true;
  };
  const answered = () => counts.placed + counts.repeatedByCallers;
  /** Waits for a moment within the next requests, repeated ones too, about `every` of them from now. */
  const during = async (every: number) => (await reached(answered, answered() + every * (0.5 + Math.random()))) && pause(5, done.signal);
  const killer = async () => {
    while (await during(requestsPerKill)) {
      const running = [...alive].filter((environment) => !environment.isGone);
      for (const environment of alive) if (environment.isGone) alive.delete(environment);
      const victim = running[Math.floor(Math.random() * running.length)];
      if (victim?.pid === undefined) continue;
      process.kill(victim.pid, 'SIGKILL');
      counts.environmentsKilled++;
    }
  };
  const terminator = async () => {
    const sessions = endingSessions(shop);
    while (await during(requestsPerTermination)) counts.backendsTerminated += await sessions.endOne();
    await sessions.close();
  };
  const crasher = async () => {
    for (let crash = 1; crash <= crashes; crash++) {
      if (!(await reached(() => next, (orders * crash) / (crashes + 1)))) return;
      await shop.crash();
      counts.serverCrashes++;
    }
  };
  try {
    const chaos = [killer(), terminator(), crasher()];
    await Promise.all(Array.from({ length: clients }, client));
    done.abort();
    await Promise.all(chaos);
    const connection = await shop.connect();
    const found = await holdings(connection);
    await connection.end();
    return { attempted: orders, ...counts, surprises, holdings: found, seconds: Math.round((performance.now() - began) / 1000) };
  } finally {
    done.abort();
    await Promise.all([...alive].map((environment) => environment.stop()));
    await shop.close();
  }
}

function start(taskRoot: string, name: string, variables: Record<string, string>): Promise<Environment> {
  return Environment.start({
    taskRoot,
    variables: {
      _HANDLER: `dist/functions/${name}.handler`,
      LAMBDA_TASK_ROOT: taskRoot,
      STAGE: 'local',
      POWERTOOLS_LOG_LEVEL: 'SILENT',
      ...variables,
    },
    timeoutMs,
    initTimeoutMs: 20_000,
    onLog: () => {},
  });
}

export async function migrateShop(taskRoot: string, { owner, api }: DatabaseUrls): Promise<void> {
  const environment = await start(path.resolve(taskRoot), 'migrate', { MIGRATION_DATABASE_URL: owner, DATABASE_URL: api });
  const { functionError, payload } = await environment.invoke({
    requestId: randomUUID(),
    payload: '{"command":"up"}',
    functionArn: 'migrate',
    traceId: '',
  });
  await environment.stop();
  if (functionError) throw new Error(payload);
}

/** One to four lines in random order, for one of the customers, with a key of its own. */
function orderRequest(index: number): string {
  const productIds = [1, 2, 3, 4, 5, 6, 7, 8].sort(() => Math.random() - 0.5).slice(0, 1 + (index % 4));
  const body = { items: productIds.map((productId) => ({ productId, quantity: 1 + (index % 3) })) };
  return JSON.stringify(eventOf({ as: `customer-${1 + (index % 16)}`, headers: { 'Idempotency-Key': `order ${index}` }, body }));
}

async function callPlaceOrder(
  environment: Environment,
  payload: string,
): Promise<{ status: number | 'lost'; replayed: boolean; text: string }> {
  const result = await environment.invoke({ requestId: randomUUID(), payload, functionArn: 'placeOrder', traceId: '' });
  if (result.functionError) return { status: 'lost', replayed: false, text: result.payload };
  const { statusCode, headers } = JSON.parse(result.payload);
  return { status: statusCode, replayed: headers['Idempotency-Replayed'] === 'true', text: result.payload };
}

/** Ends sessions of environments, whatever they are doing, on one connection: making one each time, it came too late on a busy machine. */
function endingSessions(shop: Shop) {
  let connected: Promise<pg.Client> | undefined;
  const close = async () => {
    const client = connected;
    connected = undefined;
    await (await client)?.end();
  };
  return {
    /** How many it ended: 0 while the server is down. */
    endOne: async () => {
      try {
        connected ??= shop.connect();
        const { rowCount } = await (await connected).query(
          `select pg_terminate_backend(pid) from pg_stat_activity
            where datname = 'orders' and backend_type = 'client backend' and pid <> pg_backend_pid()
            order by random() limit 1`,
        );
        return rowCount ?? 0;
      } catch {
        await close().catch(() => {});
        return 0;
      }
    },
    close: () => close().catch(() => {}),
  };
}

/** Waits about so long; false when the run is over. */
async function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  await sleep(ms * (0.5 + Math.random()), undefined, { signal }).catch(() => {});
  return !signal.aborted;
}
