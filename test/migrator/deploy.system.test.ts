import { expect, it, vi } from 'vitest';
import { migrations } from '../../migrations/index.ts';
import { emptyDatabase } from '../support/emptyDatabase.ts';
import { deployBucket, fails, works } from './deployBucket.ts';
import { deployEvent } from './deployEvents.ts';
import { migratable, releaseOf, sends } from './support.ts';

const { address, answers, deploy, respond } = await deployBucket();

it('a rollback to an older release on a newer schema succeeds and runs nothing', async () => {
  const { migrate } = await migratable();
  await migrate({}, releaseOf({ '1-first': sends('create table first ()'), '2-next': sends('create table next ()') }));
  expect(await deploy(migrate, 'Update', works)).toMatchObject({
    Status: 'SUCCESS',
    Reason: 'The schema is ahead of this release (2-next): nothing was run.',
    Data: { schema: '2-next' },
  });
});

it('a rollback after a failed migration succeeds', async () => {
  const { migrate } = await migratable();
  await deploy(migrate, 'Create', works);
  expect(await deploy(migrate, 'Update', fails)).toMatchObject({ Status: 'FAILED' });
  expect(await deploy(migrate, 'Update', works)).toMatchObject({ Status: 'SUCCESS' });
});

it('retries the delivery of a response, and throws if every try fails', async () => {
  const { migrate } = await migratable();
  respond(500, 503);
  expect(await deploy(migrate, 'Create', works)).toMatchObject({ Status: 'SUCCESS' });
  expect(answers).toHaveLength(3);
  respond(500, 500, 500, 500);
  await expect(deploy(migrate, 'Update', works)).rejects.toThrow('The result of the migration could not be sent to CloudFormation');
});

it('the function accepts requests of CloudFormation and the commands of npm run migrate', async () => {
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
