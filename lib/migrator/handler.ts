import { duringInvocation } from '../invocation.ts';
import { answerDeploy, answerReserveMs, isDeployEvent } from './deploy.ts';
import { migrate } from './migrate.ts';

/** What is used of Lambda's context. */
interface InvocationContext {
  readonly awsRequestId: string;
  getRemainingTimeInMillis(): number;
}

/**
 * `migrate` as Lambda invokes it: by the pipeline with a command, or by CloudFormation in the middle of a deploy. What it waits for and
 * begins depends on how long the invocation may still take.
 */
export async function invoked(event: unknown, context: InvocationContext) {
  const left = () => context.getRemainingTimeInMillis();
  const withReserve = (reserveMs: number, command: unknown) =>
    duringInvocation({ requestId: context.awsRequestId, remainingMs: () => left() - reserveMs }, () => migrate(command));
  if (!isDeployEvent(event)) return withReserve(0, event);
  // A little more than the answer needs: what `up` itself says of its end comes first.
  return answerDeploy(event, left, () => withReserve(answerReserveMs + 1_000, { command: 'up' }));
}
