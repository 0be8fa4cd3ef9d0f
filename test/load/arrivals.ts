import { type LoadedFunction, loadedFunctions, type Scenario } from './scenarios.ts';

/** A request that is planned. */
export interface Arrival {
  /** Milliseconds after the beginning. */
  readonly atMs: number;
  readonly functionName: LoadedFunction;
  /** A number from 0 to 1 that chooses what is asked for. */
  readonly choice: number;
}

/** The same sequence in every run, so that every profile meets the same callers (mulberry32). */
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
 * The arrivals of an open model: a Poisson process, for callers do not wait for one another. A server that stalls meets as many
 * as one that does not; with a fixed number of patient users it would be spared, and its stall would not show.
 */
export function planArrivals({ mix, rateAt }: Scenario, rate: number, durationS: number): Arrival[] {
  const next = random(5);
  const arrivals: Arrival[] = [];
  const stepMs = 5;
  // Thinned in small steps, as the rate changes with time.
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

/** Shares `total` environments among the functions by their part of the requests; each gets one at least. */
export function shareOut(mix: Scenario['mix'], total: number): ReadonlyMap<LoadedFunction, number> {
  const used = loadedFunctions.filter((name) => mix[name] !== undefined);
  const shares = used.map((name) => ({ name, share: Math.max(1, Math.floor((mix[name] ?? 0) * total)) }));
  // What rounding left goes to the busiest.
  let left = total - shares.reduce((sum, { share }) => sum + share, 0);
  for (const entry of shares.toSorted((one, other) => other.share - one.share)) {
    if (left <= 0) break;
    entry.share++;
    left--;
  }
  return new Map(shares.map(({ name, share }) => [name, share]));
}
