import { invoked } from '../lib/migrator/handler.ts';

/**
 * Invoked by the deploy pipeline with a command, whose failure is thrown so that the invocation has failed too; and by CloudFormation
 * during a deploy, which is told over the address that it sends along.
 */
export const handler = invoked;
