import { channel } from 'node:diagnostics_channel';
import { config } from '../config.ts';
import { currentInvocation } from '../invocation.ts';
import { log } from '../log.ts';
import { preparedName } from './prepared.ts';

/** A statement that was sent: on one line, without its comments and the values in it. */
export interface Statement {
  readonly sql: string;
  readonly durationMs: number;
}

/** Every statement is published here: tests count them, and a subscriber may measure them. Costs nothing unheard. */
export const statements = channel('orders:statement');

/** Notes a statement that was sent with its invocation, publishes it, and logs it when it was slow or when all are to be logged. */
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
 * The statement on one line, without its comments, and with `?` for each value. Sequelize's finders write values into the text, and a customer's
 * do not belong in a log.
 */
export function withoutValues(sql: string): string {
  return sql.replace(/"(?:[^"]|"")*"|\$\d+|'(?:[^']|'')*'|\b\d+(?:\.\d+)?\b|(?:--[^\n]*|\s)+/g, (token) =>
    /^["$]/.test(token) ? token : /^['\d]/.test(token) ? '?' : ' ',
  );
}

const onOneLine = new Map<string, string>();

/** A prepared one has no values in it, and is the same text each time. An order's is a third longer as it is written. */
function preparedOnOneLine(sql: string): string {
  const known =
    onOneLine.get(sql) ?? sql.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|(?:--[^\n]*|\s)+/g, (token) => (/^["']/.test(token) ? token : ' '));
  onOneLine.set(sql, known);
  return known;
}
