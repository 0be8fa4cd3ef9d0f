import { type LoadedFunction, loadedFunctions, type Scenario } from './scenarios.ts';

/** A planned request. */
export interface Arrival {
  /** Milliseconds after the start of the run. */
  readonly atMs: number;
  readonly functionName: LoadedFunction;
  /** A number from 0 to 1 that selects the customer and the products of the request. */
  readonly choice: number;
}

/** Returns a generator (mulberry32) whose random numbers are the same in every run, so that every profile gets the same requests. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Plans the requests as a Poisson process: callers arrive independently, even while the server stalls. If callers waited for responses, a server that
 * stalls would receive fewer requests, and the latencies would not show the stall.
 */
export function planArrivals({ mix, rateAt }: Scenario, rate: number, durationS: number): Arrival[] {
  const next = random(5);
  const arrivals: Arrival[] = [];
  const stepMs = 5;
  // The rate changes over time, but is treated as constant within a step.
  for (let stepAt = 0; stepAt < durationS * 1000; stepAt += stepMs) {
    let mean = (rateAt(stepAt / 1000 / durationS, rate, durationS) * stepMs) / 1000;
    for (mean -= exponential(next); mean > 0; mean -= exponential(next)) {
      arrivals.push({ atMs: stepAt + next() * stepMs, functionName: chosen(mix, next()), choice: next() });
    }
  }
  return arrivals.sort((one, other) => one.atMs - other.atMs);
}

function exponential(next: () => number): number {
  return -Math.log(1 - next());
}

function chosen(mix: Scenario['mix'], number: number): LoadedFunction {
  let left = number;
  for (const name of loadedFunctions) {
    left -= mix[name] ?? 0;
    if (left < 0) return name;
  }
  return 'getProduct';
}

/** Distributes `total` environments over the functions by their share of the requests. Each function gets at least one. */
export function shareOut(mix: Scenario['mix'], total: number): ReadonlyMap<LoadedFunction, number> {
  const used = loadedFunctions.filter((name) => mix[name] !== undefined);
  const shares = used.map((name) => ({ name, share: Math.max(1, Math.floor((mix[name] ?? 0) * total)) }));
  // Rounding down leaves a few environments. The busiest functions get one more each.
  let left = total - shares.reduce((sum, { share }) => sum + share, 0);
  for (const entry of shares.toSorted((one, other) => other.share - one.share)) {
    if (left <= 0) break;
    entry.share++;
    left--;
  }
  return new Map(shares.map(({ name, share }) => [name, share]));
}
