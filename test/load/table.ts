import Table from 'cli-table3';
import { sum } from './recorder.ts';
import type { LoadResult, ProfileResult } from './result.ts';

/** The rows of the final table: a label, and what stands there for a profile. */
export const rows: readonly (readonly [label: string, cell: (profile: ProfileResult) => string])[] = [
  ['requests', ({ requests }) => `${requests}`],
  ['2xx', ({ ok }) => `${ok}`],
  ['4xx', ({ clientErrors }) => `${sum(clientErrors)}`],
  ['throttled', ({ throttled }) => `${throttled}`],
  ['5xx', ({ serverErrors }) => `${sum(serverErrors)}`],
  ['p50 ms', ({ latencyMs }) => number(latencyMs.p50)],
  ['p95 ms', ({ latencyMs }) => number(latencyMs.p95)],
  ['p99 ms', ({ latencyMs }) => number(latencyMs.p99)],
  ['orders/s', ({ ordersPerSecond }) => number(ordersPerSecond)],
  ['cold starts', ({ coldStarts }) => number(coldStarts)],
  ['environments, cap', ({ concurrency }) => number(concurrency)],
  ['peak connections', ({ peakConnections }) => number(peakConnections)],
  ['refused 53300', ({ refused }) => (refused === null ? '-' : `${refused['53300'] ?? 0}`)],
  ['statements/request', ({ statementsPerRequest }) => number(statementsPerRequest)],
  ['invariants', ({ broken, refused }) => (refused === null ? '-' : broken.length === 0 ? 'hold' : 'BROKEN')],
];

function number(value: number | null): string {
  return value === null ? '-' : `${value}`;
}

/** The result as a table for a terminal, a column for each profile, and the errors by code below it. */
export function tableOf({ profiles }: LoadResult): string {
  const table = new Table({
    head: ['', ...profiles.map(({ name }) => name)],
    colAligns: ['left', ...profiles.map(() => 'right' as const)],
    style: { head: [], border: [], compact: true },
  });
  for (const [label, cell] of rows) table.push([label, ...profiles.map(cell)]);
  const errors = profiles.flatMap(({ name, serverErrors, clientErrors }) =>
    Object.entries({ ...serverErrors, ...clientErrors }).map(([code, count]) => `  ${name}: ${count} x ${code}`),
  );
  const broken = profiles.flatMap((profile) => profile.broken.map((sentence) => `  ${profile.name}: ${sentence}`));
  return [
    table.toString(),
    ...(errors.length > 0 ? ['Errors by code:', ...errors] : []),
    ...(broken.length > 0 ? ['Broken invariants:', ...broken] : []),
  ].join('\n');
}
