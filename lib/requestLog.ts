import { config, writesMetrics } from './config.ts';
import type { Invocation } from './invocation.ts';
import { infoLine, log, service, writeLine } from './log.ts';

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
// The members of a line with these names become metrics: no call, and no second line.
const cloudWatchMetrics = [
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

/** A request asked the database more often than its route declares: an include that became a statement a row, most likely. */
class StatementBudgetExceeded extends Error {
  constructor(sent: number, allowed: number) {
    super(`The request sent ${sent} statements where its route declares ${allowed}. Declare more, or find the one that is sent in a loop.`);
    this.name = 'StatementBudgetExceeded';
  }
}

interface Answered {
  readonly functionName: string;
  readonly status: number | undefined;
  readonly durationMs: number;
  /** Statements that the route declares; a retry may send them again. */
  readonly statements: number | undefined;
}

/**
 * What a request asked of the database: one line, which is log line and metrics (CloudWatch's embedded format) at once. Written past the
 * logger and Powertools' metrics, whose two lines took a third of a small request's CPU: test/bench/README.md.
 * @throws StatementBudgetExceeded where STATEMENT_BUDGET is `error`; otherwise that is a warning
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
  log.warn(exceeded.message, { statements, allowed });
}
