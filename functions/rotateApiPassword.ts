import type { Context, SecretsManagerRotationEvent } from 'aws-lambda';
import { duringInvocation, invocationOf } from '../lib/invocation.ts';
import { rotateApiPassword } from '../lib/rotation/rotateApiPassword.ts';

/** Invoked by Secrets Manager, once for each of the four steps of a rotation. */
export const handler = (event: SecretsManagerRotationEvent, context: Context) =>
  duringInvocation(invocationOf(context), () => rotateApiPassword(event));
