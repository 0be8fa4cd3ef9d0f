import { randomUUID } from 'node:crypto';
import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { expect, onTestFinished, test } from 'vitest';
import { openSecretsEndpoint } from '../../local/aws/secretsEndpoint.ts';
import { ownClock } from '../support/ownClock.ts';

async function opened() {
  const endpoint = await openSecretsEndpoint('eu-central-1');
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new SecretsManagerClient({ endpoint: endpoint.url, region: 'eu-central-1', credentials, maxAttempts: 1 });
  onTestFinished(async () => {
    client.destroy();
    await endpoint.close();
  });
  const get = (wanted: object, SecretId = 'orders-api') => client.send(new GetSecretValueCommand({ SecretId, ...wanted }));
  const put = (SecretString: string, more: object = {}) =>
    client.send(new PutSecretValueCommand({ SecretId: 'orders-api', SecretString, ...more }));
  return { endpoint, get, put, arn: endpoint.put('orders-api', 'first') };
}

test("returns the current value by name and by ARN, in Secrets Manager's format", async () => {
  const clock = ownClock();
  const { get, arn } = await opened();
  expect(arn).toMatch(/^arn:aws:secretsmanager:eu-central-1:\d{12}:secret:orders-api-\w{6}$/);
  for (const id of ['orders-api', arn]) {
    const { SecretString, ARN, Name, VersionStages, CreatedDate } = await get({}, id);
    expect({ SecretString, ARN, Name, VersionStages }).toEqual({
      ...{ SecretString: 'first', ARN: arn, Name: 'orders-api', VersionStages: ['AWSCURRENT'] },
    });
    expect(CreatedDate).toEqual(new Date(clock.now()));
  }
});

test('a new value becomes current, and the previous value stays as AWSPREVIOUS', async () => {
  const { get, put } = await opened();
  const { VersionId } = await put('second');
  expect(await get({})).toMatchObject({ SecretString: 'second', VersionId });
  expect(await get({ VersionStage: 'AWSPREVIOUS' })).toMatchObject({ SecretString: 'first', VersionStages: ['AWSPREVIOUS'] });
  await put('third');
  expect(await get({ VersionStage: 'AWSPREVIOUS' })).toMatchObject({ SecretString: 'second' });
  expect(await get({ VersionId })).toMatchObject({ SecretString: 'second' });
});

test('a pending value does not change the current value', async () => {
  const { get, put } = await opened();
  await put('next', { VersionStages: ['AWSPENDING'] });
  expect(await get({})).toMatchObject({ SecretString: 'first' });
  expect(await get({ VersionStage: 'AWSPENDING' })).toMatchObject({ SecretString: 'next' });
});

test('a repeated request creates no second version, and another value with the same token is rejected', async () => {
  const { get, put } = await opened();
  const ClientRequestToken = randomUUID();
  await put('second', { ClientRequestToken });
  await put('second', { ClientRequestToken });
  expect(await get({ VersionStage: 'AWSPREVIOUS' })).toMatchObject({ SecretString: 'first' });
  await expect(put('other', { ClientRequestToken })).rejects.toMatchObject({ name: 'ResourceExistsException' });
});

test.each([
  ['an unknown secret', {}, 'unknown'],
  ['an unknown stage', { VersionStage: 'AWSPENDING' }, 'orders-api'],
  ['an unknown version', { VersionId: randomUUID() }, 'orders-api'],
])('rejects %s with ResourceNotFoundException', async (_, wanted, id) => {
  const { get } = await opened();
  await expect(get(wanted, id)).rejects.toMatchObject({ name: 'ResourceNotFoundException', $metadata: { httpStatusCode: 400 } });
});

test('rejects a request without a signature, such as a request from a web page', async () => {
  const { endpoint } = await opened();
  const response = await fetch(endpoint.url, { method: 'POST', body: '{"SecretId":"orders-api"}' });
  expect([response.status, await response.text()]).toEqual([403, expect.not.stringContaining('first')]);
});
