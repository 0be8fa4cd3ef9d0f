import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Bundle } from '../../lib/migrator/bundle.ts';
import { answerDeploy } from '../../lib/migrator/deploy.ts';
import { migrations } from '../../migrations/index.ts';
import { emptyDatabase } from '../support/emptyDatabase.ts';
import { ownClock } from '../support/ownClock.ts';
import { deployEvent } from './deployEvents.ts';
import { migratable, releaseOf, sends } from './support.ts';

interface Answer {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

// The bucket that CloudFormation has its answers put into.
const answers: Answer[] = [];
let statuses: number[] = [];
let address: string;
const bucket = createServer(async (request, response) => {
  const status = statuses.shift() ?? 200;
  answers.push({ method: request.method, url: request.url, headers: request.headers, body: await text(request) });
  response.writeHead(status).end();
});

beforeAll(async () => {
  bucket.listen(0, '127.0.0.1');
  await once(bucket, 'listening');
  address = `http://127.0.0.1:${(bucket.address() as AddressInfo).port}/arn%3Aaws%3Acloudformation/orders%7CMigrations?X-Amz-Signature=0123&X-Amz-Expires=7200`;
});
beforeEach(() => {
  answers.length = 0;
  statuses = [];
});
afterAll(() => void bucket.close());

const works = releaseOf({ '1-first': sends('create table first ()') });
const fails = releaseOf({
  '1-first': sends('create table first ()'),
  '2-wrong': sends(`do $$ begin raise exception '%', repeat('"ü', 5000); end $$`),
});

/** A deploy of `bundle`; what CloudFormation was told. */
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

it('Create and Update migrate, and send the response that CloudFormation expects', async () => {
  const { migrate } = await migratable();
  expect(await deploy(migrate, 'Create', works)).toMatchObject({ Status: 'SUCCESS', Data: { schema: '1-first' } });
  expect(await deploy(migrate, 'Update', works)).toMatchObject({ Status: 'SUCCESS', Reason: 'Migrations applied: 0.' });
  expect(answers).toHaveLength(2);
  for (const { method, url, headers, body } of answers) {
    expect(method).toBe('PUT');
    expect(url).toBe(new URL(address).pathname + new URL(address).search);
    // Signed without one: any other is refused.
    expect(headers['content-type']).toBe('');
    expect(headers['content-length']).toBe(String(Buffer.byteLength(body)));
  }
});

it('a failed migration fails the deploy with its reason, in fewer than 4,096 bytes', async () => {
  const { migrate } = await migratable();
  expect(await deploy(migrate, 'Create', fails)).toMatchObject({
    Status: 'FAILED',
    Reason: expect.stringMatching(/^2-wrong \(up\) failed and was rolled back: ("ü)+.*…$/),
  });
  expect(Buffer.byteLength(answers[0]?.body ?? '')).toBeLessThan(4_096);
});

it('the rollback of a deploy, an older release on a newer schema, succeeds and runs nothing', async () => {
  const { migrate } = await migratable();
  await migrate({}, releaseOf({ '1-first': sends('create table first ()'), '2-next': sends('create table next ()') }));
  expect(await deploy(migrate, 'Update', works)).toMatchObject({
    Status: 'SUCCESS',
    Reason: 'The schema is ahead of this release (2-next): nothing was run.',
    Data: { schema: '2-next' },
  });
});

it('the rollback after a failed migration succeeds too', async () => {
  const { migrate } = await migratable();
  await deploy(migrate, 'Create', works);
  expect(await deploy(migrate, 'Update', fails)).toMatchObject({ Status: 'FAILED' });
  expect(await deploy(migrate, 'Update', works)).toMatchObject({ Status: 'SUCCESS' });
});

it('Delete keeps the database, and does not connect to it', async () => {
  const { migrate } = await migratable();
  expect(await deploy(migrate, 'Delete', works)).toMatchObject({ Status: 'SUCCESS' });
  expect(await migrate({ command: 'status' }, works)).toMatchObject({ executed: [] });
});

it('sends a failure just before the deadline if the run does not end', async () => {
  const clock = ownClock();
  const answered = answerDeploy(
    deployEvent('Update', address),
    () => 11_000 - clock.passedMs(),
    () => new Promise(() => {}),
  );
  clock.pass(999);
  // A moment in which an answer that came too soon would be seen.
  await sleep(20);
  expect(answers).toEqual([]);
  clock.pass(1);
  expect(await answered).toMatchObject({ Status: 'FAILED', Reason: expect.stringContaining('The next deploy continues after them') });
  expect(answers).toHaveLength(1);
});

it('retries a response that was not delivered, and throws only if it was never delivered', async () => {
  const { migrate } = await migratable();
  statuses = [500, 503];
  expect(await deploy(migrate, 'Create', works)).toMatchObject({ Status: 'SUCCESS' });
  expect(answers).toHaveLength(3);
  statuses = [500, 500, 500, 500];
  await expect(deploy(migrate, 'Update', works)).rejects.toThrow('The result of the migration could not be sent to CloudFormation');
});

it('sends responses only to https addresses', async () => {
  const up = vi.fn();
  await expect(answerDeploy(deployEvent('Create', 'http://example.com/x'), () => 60_000, up)).rejects.toThrow('expected https');
  expect(up).not.toHaveBeenCalled();
});

it('the same function serves CloudFormation and the pipeline', async () => {
  const { url } = await emptyDatabase();
  vi.stubEnv('MIGRATION_DATABASE_URL', url);
  vi.resetModules();
  const { handler } = await import('../../functions/migrate.ts');
  const context = { awsRequestId: crypto.randomUUID(), getRemainingTimeInMillis: () => 60_000 };
  const last = migrations.at(-1)?.name;
  expect(await handler(deployEvent('Create', address), context)).toMatchObject({ Status: 'SUCCESS', Data: { schema: last } });
  expect(await handler({ command: 'status' }, context)).toMatchObject({ command: 'status', pending: [], schema: last });
  await expect(handler({ RequestType: 'Create' }, context)).rejects.toThrow('migrate accepts');
  vi.unstubAllEnvs();
});
