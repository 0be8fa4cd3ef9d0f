import { createHistogram } from 'node:perf_hooks';
import type { Arrival } from './arrivals.ts';
import type { Outcome } from './caller.ts';

/** The requests planned for one second, and their outcomes. Latencies are in milliseconds. */
interface Second {
  readonly atS: number;
  readonly ok: number;
  readonly throttled: number;
  readonly clientErrors: number;
  readonly serverErrors: number;
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly p99Ms: number | null;
}

export interface Counts {
  readonly requests: number;
  readonly ok: number;
  readonly throttled: number;
  readonly clientErrors: Readonly<Record<string, number>>;
  readonly serverErrors: Readonly<Record<string, number>>;
  readonly orders: number;
  /** Latencies from the planned start to the response, without throttled requests. */
  readonly latencyMs: { readonly p50: number | null; readonly p95: number | null; readonly p99: number | null };
  readonly seconds: readonly Second[];
}

class Bucket {
  readonly latency = createHistogram();
  readonly kinds = { ok: 0, throttled: 0, clientError: 0, serverError: 0 };

  add({ kind }: Outcome, latencyMs: number): void {
    this.kinds[kind]++;
    // Throttled responses take almost no time, so including them would make an overloaded run look fast.
    if (kind !== 'throttled') this.latency.record(Math.max(1, Math.round(latencyMs * 1000)));
  }

  percentileMs(percentile: number): number | null {
    return this.latency.count === 0 ? null : Math.round(this.latency.percentile(percentile) / 100) / 10;
  }
}

/** Counts the outcomes of requests for each second of the run. A request belongs to the second for which it was planned. */
export class Recorder {
  readonly #all = new Bucket();
  readonly #seconds = new Map<number, Bucket>();
  readonly #codes = { clientError: new Map<string, number>(), serverError: new Map<string, number>() };
  #orders = 0;

  add({ atMs, functionName }: Arrival, outcome: Outcome, latencyMs: number): void {
    const second = Math.floor(atMs / 1000);
    const bucket = this.#seconds.get(second) ?? new Bucket();
    this.#seconds.set(second, bucket);
    for (const each of [bucket, this.#all]) each.add(outcome, latencyMs);
    if (outcome.kind === 'ok' && functionName === 'placeOrder') this.#orders++;
    if (outcome.kind === 'clientError' || outcome.kind === 'serverError') {
      const codes = this.#codes[outcome.kind];
      codes.set(outcome.code, (codes.get(outcome.code) ?? 0) + 1);
    }
  }

  /** Returns the counts so far. */
  counts(): Counts {
    const { ok, throttled, clientError, serverError } = this.#all.kinds;
    return {
      ...{ requests: ok + throttled + clientError + serverError, ok, throttled, orders: this.#orders },
      clientErrors: byFrequency(this.#codes.clientError),
      serverErrors: byFrequency(this.#codes.serverError),
      latencyMs: { p50: this.#all.percentileMs(50), p95: this.#all.percentileMs(95), p99: this.#all.percentileMs(99) },
      seconds: [...this.#seconds]
        .sort(([one], [other]) => one - other)
        .map(([atS, bucket]) => ({
          ...{ atS, ok: bucket.kinds.ok, throttled: bucket.kinds.throttled },
          ...{ clientErrors: bucket.kinds.clientError, serverErrors: bucket.kinds.serverError },
          ...{ p50Ms: bucket.percentileMs(50), p95Ms: bucket.percentileMs(95), p99Ms: bucket.percentileMs(99) },
        })),
    };
  }
}

function byFrequency(codes: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...codes].sort(([, one], [, other]) => other - one));
}

/** Returns the sum of counts by code. */
export function sum(codes: Readonly<Record<string, number>>): number {
  return Object.values(codes).reduce((total, count) => total + count, 0);
}
