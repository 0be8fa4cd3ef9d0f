import { duringInvocation } from '../invocation.ts';
import { answerDeploy, answerReserveMs, isDeployEvent } from './answerDeploy.ts';
import { migrate } from './migrate.ts';

/** The fields of Lambda's context that are used here. */
interface InvocationContext {
  readonly awsRequestId: string;
  getRemainingTimeInMillis(): number;
}

/**
 * Handles an invocation of `migrate`: a command of the pipeline, or an event of CloudFormation during a deploy.
 */
export async function answerInvocation(event: unknown, context: InvocationContext) {
  const left = () => context.getRemainingTimeInMillis();
  const withReserve = (reserveMs: number, command: unknown) =>
    duringInvocation({ requestId: context.awsRequestId, remainingMs: () => left() - reserveMs }, () => migrate(command));
  if (!isDeployEvent(event)) return withReserve(0, event);
  // `up` must end 1 s before `answerDeploy` stops waiting. So CloudFormation receives the timeout error of `up`, not the general one of `answerDeploy`.
  return answerDeploy(event, left, () => withReserve(answerReserveMs + 1_000, { command: 'up' }));
}
