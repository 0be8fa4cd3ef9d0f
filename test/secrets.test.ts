import { beforeEach, expect, it } from 'vitest';
import { databaseAddress } from '../lib/database/pool/address.ts';
import { databaseCredentials, fetchDatabaseSecret, SecretError } from '../lib/secrets.ts';
import { secretsManager } from './support/secretsManager.ts';

const { secrets, variables } = await secretsManager();
Object.assign(process.env, variables);
beforeEach(() => secrets.clear());

const whole = { username: 'api', password: 'hunter2', host: 'db.example.com', port: 5433, dbname: 'shop' };
const source = { kind: 'secret', secretArn: 'arn:db', host: undefined, port: undefined, name: undefined } as const;

it('reads the whole address from a secret in RDS format, and enables TLS', async () => {
  secrets.set('arn:db', JSON.stringify({ ...whole, engine: 'postgres' }));
  expect(await databaseAddress(source)).toEqual({
    username: 'api',
    password: 'hunter2',
    host: 'db.example.com',
    port: 5433,
    name: 'shop',
    tls: true,
  });
});

it("returns credentials without the secret's host, so that they can be used with another host", async () => {
  secrets.set('arn:db', JSON.stringify(whole));
  expect(await databaseCredentials(source, 'AWSCURRENT')).toEqual({ username: 'api', password: 'hunter2' });
});

it('lets environment variables override and complete the secret', async () => {
  secrets.set('arn:db', JSON.stringify({ username: 'api', password: 'hunter2', port: '5433' }));
  expect(await databaseAddress({ ...source, host: 'proxy.example.com', name: 'shop' })).toMatchObject({
    host: 'proxy.example.com',
    port: 5433,
    name: 'shop',
  });
});

it('reports a missing host if neither the secret nor a variable has one', async () => {
  secrets.set('arn:db', JSON.stringify({ username: 'api', password: 'hunter2' }));
  await expect(databaseAddress(source)).rejects.toThrow(/DATABASE_HOST[\s\S]*DATABASE_NAME/);
});

it.each([
  ['is unknown', undefined],
  ['is not JSON', 'hunter2'],
  ['has no password', '{"username":"hunter2"}'],
])('rejects a secret that %s, without showing its value', async (_, text) => {
  if (text !== undefined) secrets.set('arn:db', text);
  const refusal = fetchDatabaseSecret('arn:db');
  await expect(refusal).rejects.toThrow(SecretError);
  await expect(refusal).rejects.toThrow(/arn:db/);
  await expect(refusal).rejects.not.toThrow(/hunter2/);
});
