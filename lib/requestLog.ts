import { config, writesMetrics } from './config.ts';
import type { Invocation } from './invocation.ts';
import { infoLine, log, service, writeLine } from './log.ts';

/**
 * The metrics of a request. CloudWatch turns the line's members with these names into metrics.
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
      `The request sent ${sent} statements; its route declares ${allowed}. Find the statement that is sent in a loop, or declare more.`,
    );
    this.name = 'StatementBudgetExceeded';
  }
}

interface Answered {
  readonly functionName: string;
  readonly status: number | undefined;
  readonly durationMs: number;
  /** The route's statement budget for one attempt. */
  readonly statements: number | undefined;
}

/**
 * Logs a request and its database use as one line, which also carries its metrics (CloudWatch embedded metric format). It bypasses the
 * logger and Powertools' metrics, whose two lines took a third of a small request's CPU: test/bench/README.md.
 * @throws StatementBudgetExceeded if STATEMENT_BUDGET is `error`; otherwise logs a warning
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
