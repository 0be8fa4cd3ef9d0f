import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeEach, expect } from 'vitest';
import { answerDeploy } from '../../lib/migrator/answerDeploy.ts';
import type { Bundle } from '../../lib/migrator/bundle.ts';
import { deployEvent } from './deployEvents.ts';
import { type migratable, releaseOf, sends } from './support.ts';

interface Answer {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/**
 * Starts a server in place of the S3 bucket to which `migrate` sends its result for CloudFormation, and stops it after the test file. `answers`
 * contains the results that the server received. `respond` sets the HTTP statuses of its next replies.
 */
export async function deployBucket() {
  const answers: Answer[] = [];
  let statuses: number[] = [];
  const bucket = createServer(async (request, response) => {
    const status = statuses.shift() ?? 200;
    answers.push({ method: request.method, url: request.url, headers: request.headers, body: await text(request) });
    response.writeHead(status).end();
  });
  bucket.listen(0, '127.0.0.1');
  await once(bucket, 'listening');
  const { port } = bucket.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}/arn%3Aaws%3Acloudformation/orders%7CMigrations?X-Amz-Signature=0123&X-Amz-Expires=7200`;
  beforeEach(() => {
    answers.length = 0;
    statuses = [];
  });
  afterAll(() => void bucket.close());
  /** Deploys `bundle` and returns the response that CloudFormation received. */
  async function deploy(migrate: Awaited<ReturnType<typeof migratable>>['migrate'], kind: 'Create' | 'Update' | 'Delete', bundle: Bundle) {
    const event = deployEvent(kind, address);
    await answerDeploy(
      event,
      () => 600_000,
      () => migrate({ command: 'up' }, bundle),
    );
    const answer = answers.at(-1);
    const body: Record<string, unknown> = JSON.parse(answer?.body ?? '');
    expect(body).toMatchObject({
      StackId: event.StackId,
      RequestId: event.RequestId,
      LogicalResourceId: 'Migrations',
      PhysicalResourceId: 'orders-schema',
    });
    return body;
  }
  const respond = (...next: readonly number[]) => {
    statuses = [...next];
  };
  return { address, answers, deploy, respond };
}

export const works = releaseOf({ '1-first': sends('create table first ()') });
export const fails = releaseOf({
  '1-first': sends('create table first ()'),
  '2-wrong': sends(`do $$ begin raise exception '%', repeat('"ü', 5000); end $$`),
});
