import { duringInvocation } from '../invocation.ts';
import { migrate } from './migrate.ts';
import type { MigrateReport } from './report.ts';

/** What is used of Lambda's context. */
interface InvocationContext {
  readonly awsRequestId: string;
  getRemainingTimeInMillis(): number;
}

/** `migrate` as Lambda invokes it: what it waits for and begins depends on how long the invocation may still take. */
export function invoked(event: unknown, context: InvocationContext): Promise<MigrateReport> {
  const invocation = { requestId: context.awsRequestId, remainingMs: () => context.getRemainingTimeInMillis() };
  return duringInvocation(invocation, () => migrate(event));
}
