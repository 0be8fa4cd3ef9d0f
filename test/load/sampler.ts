import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { PoolState } from '../../local/lambda/environmentPool.ts';

/** One look at the server and the environments. Connections are null while the server is away. */
export interface Sample {
  readonly atS: number;
  /** Connections that somebody has, whether anything runs on them or not; without the sampler's own. */
  readonly held: number | null;
  /** Of those: on which a statement runs, or a transaction is open. */
  readonly active: number | null;
  readonly busy: number;
  readonly frozen: number;
}

const everyMs = 250;

/** Looks again and again until the signal is aborted; `samples` grows meanwhile. */
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
