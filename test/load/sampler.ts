import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { PoolState } from '../../local/lambda/environmentPool.ts';

/** One sample of the server and the environments. Connections are null while the server is down. */
export interface Sample {
  readonly atS: number;
  /** Open connections, including idle ones, but not those of the load test. */
  readonly held: number | null;
  /** Open connections with a running statement or an open transaction. */
  readonly active: number | null;
  readonly busy: number;
  readonly frozen: number;
}

const everyMs = 250;

/** Adds samples to `samples` until the signal is aborted. */
export function startSampler(connect: () => Promise<pg.Client>, environments: () => PoolState, signal: AbortSignal) {
  const began = performance.now();
  const samples: Sample[] = [];
  let client: pg.Client | undefined;
  const look = async (): Promise<Pick<Sample, 'held' | 'active'>> => {
    try {
      client ??= await connect();
      const { rows } = await client.query<{ held: number; active: number }>(
        `select count(*)::int as held, (count(*) filter (where state <> 'idle'))::int as active
           from pg_stat_activity where backend_type = 'client backend' and application_name <> 'load test'`,
      );
      return { held: rows[0]?.held ?? 0, active: rows[0]?.active ?? 0 };
    } catch {
      await client?.end().catch(() => {});
      client = undefined;
      return { held: null, active: null };
    }
  };
  const ended = (async () => {
    while (!signal.aborted) {
      const { busy, frozen } = environments();
      const atS = Math.round(performance.now() - began) / 1000;
      samples.push({ atS, ...(await look()), busy, frozen });
      await sleep(everyMs, undefined, { signal }).catch(() => {});
    }
    await client?.end().catch(() => {});
  })();
  return { samples, ended };
}
