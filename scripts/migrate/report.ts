import { z } from 'zod';

const run = z.array(z.object({ name: z.string(), durationMs: z.number() })).default([]);
const names = z.array(z.string()).default([]);

const report = z.object({
  command: z.string(),
  applied: run,
  reverted: run,
  pending: names,
  executed: names,
  /** The migrations that the database records but this code does not know. */
  ahead: names,
  schema: z.string().nullable().default(null),
  adopted: names,
  statements: z.array(z.object({ name: z.string(), sql: z.array(z.string()), transactional: z.boolean().optional() })).default([]),
  problems: z.array(z.object({ name: z.string(), code: z.string(), message: z.string() })).default([]),
  runtime: z
    .object({
      node: z.string(),
      v8: z.string(),
      architecture: z.string(),
      cacheTag: z.string(),
      flags: z.array(z.string()),
      codeCache: z.string().nullable(),
    })
    .optional(),
});

/** Formats a report of the function `migrate`: a row for each step, the planned SQL or the faults, and a summary. */
export function reportLines(answer: unknown): string[] {
  const { command, applied, reverted, pending, executed, ahead, schema, adopted, statements, problems, runtime } = report.parse(answer);
  const done = (list: typeof applied, verb: string) =>
    list.map(({ name, durationMs }) => [name, `${verb} in ${Math.round(durationMs)} ms`]);
  const now = new Set(applied.map(({ name }) => name));
  const rows = [
    ...executed.filter((name) => !now.has(name)).map((name) => [name, adopted.includes(name) ? 'adopted' : 'in place']),
    ...done(applied, 'applied'),
    ...done(reverted, 'reverted'),
    // A step that was just reverted is also pending, but already has a row.
    ...pending.filter((name) => !reverted.some((step) => step.name === name)).map((name) => [name, 'pending']),
    ...ahead.map((name) => [name, 'in the database, unknown to this code']),
  ].toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));
  const width = Math.max(0, ...rows.map(([name = '']) => name.length));
  const planNote =
    command === 'plan' && statements.length > 0
      ? ['', '-- These statements ran in one transaction, which was rolled back. Until then, it held the same locks as the command up.']
      : [];
  return [
    ...rows.map(([name = '', state]) => `${name.padEnd(width)}  ${state}`),
    ...planNote,
    ...statements.flatMap(({ name, sql, transactional }) => [
      '',
      `-- ${name}${transactional === false ? ' (not in a transaction; not run for this plan)' : ''}`,
      ...sql,
    ]),
    ...problems.map(({ name, code, message }) => `${name}: ${code}: ${message}`),
    ...(rows.length + statements.length + problems.length > 0 ? [''] : []),
    ...(runtime ? [`runtime: ${runtimeText(runtime)}`] : []),
    `${command}: ${applied.length} applied, ${reverted.length} reverted, ${pending.length} pending; last applied: ${schema ?? 'none'}`,
  ];
}

function runtimeText({ node, v8, architecture, cacheTag, flags, codeCache }: NonNullable<z.output<typeof report>['runtime']>): string {
  return `Node.js ${node} (V8 ${v8}) on ${architecture}; flags ${flags.join(' ') || 'none'}; code cache ${codeCache ?? 'none'}, tag ${cacheTag}`;
}
