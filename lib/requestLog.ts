import { config, writesMetrics } from './config.ts';
import type { Invocation } from './invocation.ts';
import { infoLine, log, service, writeLine } from './log.ts';

/**
 * The metrics in the log line of a request: CloudWatch creates a metric from each field of the line that has one of these names.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export const cloudWatchMetrics = [
  {
    Namespace: 'orders',
    Dimensions: [['service', 'function']],
    Metrics: [
      { Name: 'Statements', Unit: 'Count' },
      { Name: 'ConnectionsOpened', Unit: 'Count' },
      { Name: 'AcquireMs', Unit: 'Milliseconds' },
      { Name: 'ColdStart', Unit: 'Count' },
    ],
  },
];
let isColdStart = true;

/** A request sent more statements than its route declares. The usual cause is a statement in a loop. */
class StatementBudgetExceeded extends Error {
  constructor(sent: number, allowed: number) {
    super(
      `The request sent ${sent} statements; its route declares at most ${allowed}. Find the statement that is sent in a loop, or declare more.`,
    );
    this.name = 'StatementBudgetExceeded';
  }
}

interface Answered {
  readonly functionName: string;
  readonly status: number | undefined;
  readonly durationMs: number;
  /** The route's statement budget for one attempt. With several attempts, the limit is the budget times their number. */
  readonly statements: number | undefined;
}

/**
 * Logs a request, its database use and its metrics as one line, in CloudWatch's embedded metric format. Powertools would write two lines, one by its
 * logger and one by its metrics, which took a third of a small request's CPU (test/bench/README.md). @throws StatementBudgetExceeded if the request
 * exceeded its budget and STATEMENT_BUDGET is `error`; with `warn`, logs a warning instead
 */
export function logRequest({ requestId, database }: Invocation, { functionName, status, durationMs, statements: allowed }: Answered): void {
  const { statements, connectionsOpened, acquireMs, attempts, slowest } = database;
  const head = infoLine('request');
  const logged = head && {
    ...{ ...head, requestId, status, durationMs, coldStart: isColdStart, statements },
    ...{ connectionsOpened, acquireMs, attempts, slowest },
  };
  const measured = writesMetrics() && {
    ...{ _aws: { Timestamp: Date.now(), CloudWatchMetrics: cloudWatchMetrics }, service, function: functionName },
    ...{ Statements: statements, ConnectionsOpened: connectionsOpened, AcquireMs: acquireMs, ColdStart: isColdStart ? 1 : 0 },
  };
  if (logged || measured) writeLine({ ...logged, ...measured });
  isColdStart = false;
  if (allowed === undefined || statements <= allowed * Math.max(1, attempts)) return;
  const exceeded = new StatementBudgetExceeded(statements, allowed);
  if (config().statementBudget === 'error') throw exceeded;
  log.warn('statement budget exceeded', { statements, allowed }, { forAlarm: true });
}
