import type { Measured, Samples } from './measure.ts';

/**
 * The highest accepted ratios to hand-written, by measurement; test/bench/README.md has lower ones for a quiet machine. Not hot products: 16 environments, the server and
 * the delay need more CPU than a busy machine has, and the ratio fell from 6.5 to 2.3 beside a load of 10.
 */
const mostRatio: Readonly<Record<string, Readonly<Partial<Record<keyof Samples, number>>>>> = {
  'cold start, listing of 20': { wallUs: 2.2 },
  // Its CPU was 0.85 to 1.31 in different processes of the same code.
  'listing of 200': { wallUs: 1.35, cpuUs: 1.5, serverCpuUs: 1.3 },
  // Not the server's CPU: the planner may choose another plan for the hand-written history.
  'history of 50 x 3': { wallUs: 1.15, cpuUs: 1.3 },
  'one product': { wallUs: 1.35, cpuUs: 2.2, serverCpuUs: 1 },
  'order of 1': { wallUs: 1, serverCpuUs: 0.8 },
  'order of 3': { wallUs: 1, cpuUs: 1.15, serverCpuUs: 0.8 },
  'order of 100': { wallUs: 1.15 },
};

/** The measurements that have a bar. */
export const checkedMeasurements: readonly string[] = Object.keys(mostRatio);

/** Returns each bar of a measurement that its ratio misses by more than the noise of these processes: its figure, and a text to show. */
export function missedBars(
  measurement: string,
  { functions, 'hand-written': handWritten }: Readonly<Record<string, Measured>>,
): { figure: string; text: string }[] {
  if (!functions || !handWritten) return [];
  return Object.entries(mostRatio[measurement] ?? {}).flatMap(([figure, most]) => {
    const [ours, theirs] = [functions, handWritten].map(({ samples }) => samples[figure as keyof Samples]);
    // Not every system reports the server's CPU.
    if (!ours || !theirs || (ours.length === 0 && theirs.length === 0)) return [];
    const name = `${measurement}, ${figure}`;
    if (ours.length !== theirs.length) return [{ figure, text: `${name}: ${ours.length} samples beside ${theirs.length}` }];
    const ratios = ratiosOf(ours, theirs);
    return isAbove(ratios, most) ? [{ figure, text: `${name}: the ratio to hand-written is ${median(ratios)}, more than ${most}` }] : [];
  });
}

/** The ratio of each round: neighbours in time, so that a disturbance of the machine affects both. */
function ratiosOf(functions: readonly number[], handWritten: readonly number[]): number[] {
  return functions.map((sample, round) => sample / (handWritten[round] ?? Number.NaN));
}

function median(ratios: readonly number[]): string {
  return (ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? Number.NaN).toFixed(2);
}

/**
 * Returns whether a ratio is above its bar by more than the noise of these processes: a sign test. If their true median were at the bar, as many
 * rounds above it would occur in less than one of 1,000 runs. Fewer than 10 rounds never prove it.
 */
export function isAbove(ratios: readonly number[], bar: number): boolean {
  const above = ratios.filter((ratio) => ratio > bar).length;
  let atLeastAsMany = 0;
  for (let count = above, ways = choose(ratios.length, above); count <= ratios.length; count++) {
    atLeastAsMany += ways / 2 ** ratios.length;
    ways = (ways * (ratios.length - count)) / (count + 1);
  }
  return atLeastAsMany < 0.001;
}

function choose(all: number, some: number): number {
  let ways = 1;
  for (let index = 0; index < some; index++) ways = (ways * (all - index)) / (index + 1);
  return ways;
}
