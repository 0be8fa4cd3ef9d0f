import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';
import { isLocal } from '../config.ts';
import { describeError, log } from '../log.ts';
import type { MigrateReport } from './commands/report.ts';

// CloudFormation's custom resource protocol:
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref.html
const deployEvent = z.object({
  RequestType: z.enum(['Create', 'Update', 'Delete']),
  ResponseURL: z.string().check(z.refine(mayBeAnswered, 'expected https (http only for this machine)')),
  StackId: z.string(),
  RequestId: z.string(),
  LogicalResourceId: z.string(),
  PhysicalResourceId: z.optional(z.string()),
});
type DeployEvent = z.output<typeof deployEvent>;

/** The result that CloudFormation receives. */
interface DeployAnswer {
  readonly Status: 'SUCCESS' | 'FAILED';
  readonly Reason: string;
  readonly PhysicalResourceId: string;
  readonly Data: Readonly<Record<string, string>>;
}

/** Time reserved for the response if the run takes too long. Without a response, the deploy hangs. */
export const answerReserveMs = 10_000;
const answerTries = 4;
const answerTimeoutMs = 2_000;
const firstPauseMs = 200;
// The response is limited to 4,096 bytes, and a character takes up to 3 bytes.
const longestReason = 1_000;
// Constant, because CloudFormation deletes the old resource when the ID changes.
const physicalId = 'orders-schema';

/** Whether the event comes from CloudFormation. Any other event is a command. */
export function isDeployEvent(event: unknown): boolean {
  return typeof event === 'object' && event !== null && 'ResponseURL' in event && 'RequestType' in event;
}

/**
 * Runs `up` for Create and Update, and nothing for Delete. Reports the result to CloudFormation before the invocation ends. Reports an error of `up`
 * instead of throwing it, because Lambda would retry a failed invocation.
 * @throws Error if the result could not be delivered
 */
export async function answerDeploy(event: unknown, remainingMs: () => number, up: () => Promise<MigrateReport>): Promise<DeployAnswer> {
  const request = deployEvent.parse(event);
  const outcome = await inTime(
    request.RequestType === 'Delete'
      ? Promise.resolve({ Status: 'SUCCESS', Reason: 'The database is kept as it is.', Data: {} } as const)
      : outcomeOf(up),
    remainingMs() - answerReserveMs,
  );
  const answer = { PhysicalResourceId: request.PhysicalResourceId ?? physicalId, ...outcome };
  log.info('reporting to cloudformation', { ...answer, requestType: request.RequestType });
  await deliver(request, answer, remainingMs);
  return answer;
}

type Outcome = Omit<DeployAnswer, 'PhysicalResourceId'>;

async function outcomeOf(up: () => Promise<MigrateReport>): Promise<Outcome> {
  try {
    const { applied, ahead, schema } = await up();
    const Reason =
      ahead.length > 0
        ? `The schema is ahead of this release (${ahead.join(', ')}): nothing was run.`
        : `Migrations applied: ${applied.length}.`;
    return { Status: 'SUCCESS', Reason: cut(Reason), Data: { schema: schema ?? '' } };
  } catch (error) {
    log.error('deploy migration failed', { error: describeError(error) }, { forAlarm: true });
    return { Status: 'FAILED', Reason: cut(error instanceof Error ? error.message : String(error)), Data: {} };
  }
}

async function inTime(outcome: Promise<Outcome>, ms: number): Promise<Outcome> {
  const { promise: late, resolve } = Promise.withResolvers<Outcome>();
  const Reason = 'migrate did not finish before its timeout. The applied migrations stay. The next deploy continues after them.';
  const timer = setTimeout(() => resolve({ Status: 'FAILED', Reason, Data: {} }), Math.max(0, ms));
  try {
    return await Promise.race([outcome, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function deliver(
  { ResponseURL, StackId, RequestId, LogicalResourceId }: DeployEvent,
  answer: DeployAnswer,
  remainingMs: () => number,
) {
  const body = JSON.stringify({ ...answer, StackId, RequestId, LogicalResourceId, NoEcho: false });
  for (let tries = 1; ; tries++) {
    try {
      // The URL is signed for an empty content type.
      const signal = AbortSignal.timeout(answerTimeoutMs);
      const response = await fetch(ResponseURL, { method: 'PUT', body, headers: { 'content-type': '' }, signal });
      await response.body?.cancel();
      if (response.ok) return;
      throw new Error(`CloudFormation's URL responded with status ${response.status}`);
    } catch (cause) {
      const pauseMs = firstPauseMs * 2 ** tries * (0.5 + Math.random());
      if (tries === answerTries || remainingMs() < pauseMs + answerTimeoutMs)
        throw new Error(
          'The result of the migration could not be sent to CloudFormation. In a VPC without NAT, add the S3 gateway endpoint.',
          { cause },
        );
      log.warn('cloudformation not reached, retrying', { tries, error: describeError(cause) });
      await sleep(pauseMs);
    }
  }
}

function cut(text: string): string {
  return text.length <= longestReason ? text : `${text.slice(0, longestReason - 1)}…`;
}

function mayBeAnswered(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal(url.hostname));
}
