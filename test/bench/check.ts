import type { Measured, Samples } from './measure.ts';

/**
 * The highest accepted ratios to hand-written, by measurement. test/bench/README.md has the limits for a quiet machine. The measurement of hot
 * products has no limit here, because its 17 processes need more CPU than a busy machine has.
 */
const mostRatio: Readonly<Record<string, Readonly<Partial<Record<keyof Samples, number>>>>> = {
  'cold start, listing of 20': { wallUs: 2.2 },
  // On a busy machine, the CPU ratio of the same build varied from 0.85 to 1.31 between processes. The limit of 1.5 leaves a margin above that.
  'listing of 200': { wallUs: 1.35, cpuUs: 1.5, serverCpuUs: 1.3 },
  // No limit for the server's CPU, because the planner may choose another plan for the hand-written history.
  'history of 50 x 3': { wallUs: 1.15, cpuUs: 1.3 },
  'one product': { wallUs: 1.35, cpuUs: 1.8, serverCpuUs: 1 },
  'order of 1': { wallUs: 1, serverCpuUs: 0.8 },
  'order of 3': { wallUs: 1, cpuUs: 1.15, serverCpuUs: 0.8 },
  'order of 100': { wallUs: 1.15 },
};

/** The measurements that have a limit. */
export const checkedMeasurements: readonly string[] = Object.keys(mostRatio);

/** Returns the figure's name and a message for each ratio that exceeds its limit by more than the noise of these processes. */
export function exceededLimits(
  measurement: string,
  { functions, 'hand-written': handWritten }: Readonly<Record<string, Measured>>,
): { figure: string; text: string }[] {
  if (!functions || !handWritten) return [];
  return Object.entries(mostRatio[measurement] ?? {}).flatMap(([figure, most]) => {
    const [ours, theirs] = [functions, handWritten].map(({ samples }) => samples[figure as keyof Samples]);
    // Not every system reports the server's CPU.
    if (!ours || !theirs || (ours.length === 0 && theirs.length === 0)) return [];
    const name = `${measurement}, ${figure}`;
    if (ours.length !== theirs.length) return [{ figure, text: `${name}: ${ours.length} samples instead of ${theirs.length}` }];
    const ratios = ratiosOf(ours, theirs);
    return isAbove(ratios, most) ? [{ figure, text: `${name}: the ratio to hand-written is ${median(ratios)}, more than ${most}` }] : [];
  });
}

/** Returns the ratio of each round. The two samples of a round follow each other, so that a disturbance of the machine affects both. */
function ratiosOf(functions: readonly number[], handWritten: readonly number[]): number[] {
  return functions.map((sample, round) => sample / (handWritten[round] ?? Number.NaN));
}

function median(ratios: readonly number[]): string {
  return (ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? Number.NaN).toFixed(2);
}

/**
 * Returns whether more rounds exceed the limit than chance explains (a sign test). If the true ratio equals the limit, half of the rounds exceed it by
 * chance. Let n be the number of rounds above the limit. Returns true if chance alone gives n or more such rounds with a probability below 1 in 1,000. With fewer than 10 rounds, returns false.
 */
export function isAbove(ratios: readonly number[], limit: number): boolean {
  const above = ratios.filter((ratio) => ratio > limit).length;
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
