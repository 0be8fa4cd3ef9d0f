import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { config } from './config.ts';
import type { Invocation } from './invocation.ts';
import { log } from './log.ts';

const metrics = new Metrics({ namespace: 'orders', serviceName: 'orders' });
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
 * What a request asked of the database, as one log line and as metrics (CloudWatch's embedded format, which costs no call).
 * @throws StatementBudgetExceeded where STATEMENT_BUDGET is `error`; otherwise that is a warning
 */
export function logRequest({ database }: Invocation, { functionName, status, durationMs, statements: allowed }: Answered): void {
  const { statements, connectionsOpened, acquireMs, attempts, slowest } = database;
  log.info('request', { status, durationMs, coldStart: isColdStart, statements, connectionsOpened, acquireMs, attempts, slowest });
  metrics.addDimension('function', functionName);
  metrics.addMetric('Statements', MetricUnit.Count, statements);
  metrics.addMetric('ConnectionsOpened', MetricUnit.Count, connectionsOpened);
  metrics.addMetric('AcquireMs', MetricUnit.Milliseconds, acquireMs);
  metrics.addMetric('ColdStart', MetricUnit.Count, isColdStart ? 1 : 0);
  metrics.publishStoredMetrics();
  isColdStart = false;
  if (allowed === undefined || statements <= allowed * Math.max(1, attempts)) return;
  const exceeded = new StatementBudgetExceeded(statements, allowed);
  if (config().statementBudget === 'error') throw exceeded;
  log.warn(exceeded.message, { statements, allowed });
}
