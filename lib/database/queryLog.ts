import { channel } from 'node:diagnostics_channel';
import { config } from '../config.ts';
import { currentInvocation } from '../invocation.ts';
import { log } from '../log.ts';
import { preparedName } from './prepared.ts';

/** A statement on one line, without comments and callers' values. */
export interface Statement {
  readonly sql: string;
  readonly durationMs: number;
}

/** The channel on which every statement is published, for tests and monitors. Without subscribers, it costs nothing. */
export const statements = channel('orders:statement');

/** Counts a statement in its invocation, publishes it, and logs it if it was slow or LOG_SQL is set. */
export function recordStatement(sql: string, durationMs: number): void {
  const { logSql, slowStatementMs } = config();
  const slow = durationMs >= slowStatementMs;
  const use = currentInvocation()?.database;
  if (use) use.statements++;
  const slowest = use && durationMs > (use.slowest?.durationMs ?? 0);
  if (!slow && !logSql && !slowest && !statements.hasSubscribers) return;
  const statement: Statement = { sql: preparedName(sql) === undefined ? withoutValues(sql) : preparedOnOneLine(sql), durationMs };
  if (slowest) use.slowest = statement;
  statements.publish(statement);
  if (slow) log.warn('slow statement', { ...statement });
  else if (logSql) log.info('statement', { ...statement });
}

/**
 * Returns the statement on one line, without comments and with `?` for each literal. Sequelize's finders write customers' values into the text, and
 * these must not be logged.
 */
export function withoutValues(sql: string): string {
  return sql.replace(/"(?:[^"]|"")*"|\$\d+|'(?:[^']|'')*'|\b\d+(?:\.\d+)?\b|(?:--[^\n]*|\s)+/g, (token) =>
    /^["$]/.test(token) ? token : /^['\d]/.test(token) ? '?' : ' ',
  );
}

const onOneLine = new Map<string, string>();

/** A prepared statement has a constant text without values, so its one-line form is cached. */
function preparedOnOneLine(sql: string): string {
  const known =
    onOneLine.get(sql) ?? sql.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|(?:--[^\n]*|\s)+/g, (token) => (/^["']/.test(token) ? token : ' '));
  onOneLine.set(sql, known);
  return known;
}
