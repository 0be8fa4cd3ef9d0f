import Table from 'cli-table3';
import type { Measured, Spread } from './measure.ts';

const ms = ({ median, low, high }: Spread) => `${figure(median)} (${figure(low)} to ${figure(high)})`;
const figure = (us: number) => (us / 1_000).toFixed(us < 10_000 ? 2 : 0);
const ratio = (of: number, to: number | undefined) => (to === undefined ? '' : (of / to).toFixed(2));

/** Returns a table of subjects: medians with interquartile ranges, and ratios to the subject named `yardstick`. */
export function tableOf(subjects: Readonly<Record<string, Measured>>, yardstick: string): string {
  const base = subjects[yardstick];
  const table = new Table({
    head: ['', 'wall ms', 'CPU ms', "server's CPU ms", 'wall ratio', 'CPU ratio'],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  for (const [name, { wallUs, cpuUs, serverCpuUs }] of Object.entries(subjects)) {
    table.push([
      name,
      ms(wallUs),
      ms(cpuUs),
      serverCpuUs ? ms(serverCpuUs) : '-',
      ratio(wallUs.median, base?.wallUs.median),
      ratio(cpuUs.median, base?.cpuUs.median),
    ]);
  }
  return table.toString();
}
