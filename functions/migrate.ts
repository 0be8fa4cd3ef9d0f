import { answerInvocation } from '../lib/migrator/answerInvocation.ts';

/**
 * Runs a command of the deploy pipeline and throws if the command fails, so that the invocation fails too. CloudFormation invokes it
 * during a deploy and receives the result at the request's ResponseURL.
 */
export const handler = answerInvocation;
