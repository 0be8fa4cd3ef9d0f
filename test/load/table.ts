import Table from 'cli-table3';
import { sum } from './recorder.ts';
import type { LoadResult, ProfileResult } from './result.ts';

interface Row {
  readonly label: string;
  /** Returns null if the value is unknown. */
  readonly value: (profile: ProfileResult) => number | string | null;
  /** Whether a higher or a lower value is better. Missing if neither is better: throttling, for example, can protect the database. */
  readonly better?: 'more' | 'fewer';
  /** The row is shown only if a profile has a value. */
  readonly isOptional?: true;
}

const rows: readonly Row[] = [
  { label: 'requests', value: ({ requests }) => requests },
  { label: '2xx', value: ({ ok }) => ok, better: 'more' },
  { label: '4xx', value: ({ clientErrors }) => sum(clientErrors), better: 'fewer' },
  { label: 'throttled by Lambda', value: ({ throttled }) => throttled },
  { label: '5xx', value: ({ serverErrors }) => sum(serverErrors), better: 'fewer' },
  { label: 'p50, ms', value: ({ latencyMs }) => latencyMs.p50, better: 'fewer' },
  { label: 'p95, ms', value: ({ latencyMs }) => latencyMs.p95, better: 'fewer' },
  { label: 'p99, ms', value: ({ latencyMs }) => latencyMs.p99, better: 'fewer' },
  { label: 'orders/s', value: ({ ordersPerSecond }) => ordersPerSecond, better: 'more' },
  { label: 'cold starts', value: ({ coldStarts }) => coldStarts },
  { label: 'environments (cap)', value: ({ concurrency }) => concurrency },
  { label: 'peak connections', value: ({ peakConnections }) => peakConnections, better: 'fewer' },
  { label: 'connections refused (53300)', value: ({ refused }) => refused && (refused['53300'] ?? 0), better: 'fewer' },
  { label: 'statements per request', value: ({ statementsPerRequest }) => statementsPerRequest, better: 'fewer' },
  { label: 'statements at the reader', value: ({ readerStatements = null }) => readerStatements, isOptional: true },
  { label: 'invariants', value: ({ broken, refused }) => refused && (broken.length === 0 ? 'hold' : 'BROKEN') },
];

/** A profile's value as text, and whether it is the best of its row. */
export interface Cell {
  readonly text: string;
  readonly isBest: boolean;
}

/** Returns a row for each figure, with a cell for each profile. A row has a best value only if the profiles differ. */
export function comparisonOf(profiles: readonly ProfileResult[]): { label: string; cells: Cell[] }[] {
  const shown = rows.filter(({ isOptional, value }) => !isOptional || profiles.some((profile) => value(profile) !== null));
  return shown.map(({ label, value, better }) => {
    const values = profiles.map(value);
    const numbers = values.filter((each) => typeof each === 'number');
    const best = better === 'more' ? Math.max(...numbers) : Math.min(...numbers);
    const hasBest = better !== undefined && new Set(numbers).size > 1;
    return { label, cells: values.map((each) => ({ text: textOf(each), isBest: hasBest && each === best })) };
  });
}

/** Shows no decimals from 100 upwards, where they are noise. */
function textOf(value: number | string | null): string {
  if (typeof value !== 'number') return value ?? '-';
  return value.toLocaleString('en', { maximumFractionDigits: value >= 100 ? 0 : 1 });
}

/** Returns a table for a terminal, with a column for each profile. Counts of errors by code and the violated invariants follow the table. */
export function tableOf({ profiles }: LoadResult): string {
  const table = new Table({
    head: ['', ...profiles.map(({ name }) => name)],
    colAligns: ['left', ...profiles.map(() => 'right' as const)],
    style: { head: [], border: [], compact: true },
  });
  for (const { label, cells } of comparisonOf(profiles)) table.push([label, ...cells.map(({ text }) => text)]);
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
