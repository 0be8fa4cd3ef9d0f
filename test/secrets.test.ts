import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { databaseAddress } from '../lib/database/address.ts';
import { fetchDatabaseSecret, SecretError } from '../lib/secrets.ts';

// Secrets Manager's side of GetSecretValue, so that the real client speaks to a real port.
let secrets: Record<string, string>;
const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const text = secrets[JSON.parse(body).SecretId];
  response.statusCode = text === undefined ? 400 : 200;
  response.setHeader('content-type', 'application/x-amz-json-1.1');
  response.end(JSON.stringify(text === undefined ? { __type: 'ResourceNotFoundException', message: 'not there' } : { SecretString: text }));
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${port}`,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  });
});

afterAll(() => {
  server.close();
});

const whole = { username: 'api', password: 'hunter2', host: 'db.example.com', port: 5433, dbname: 'shop' };
const source = { kind: 'secret', secretArn: 'arn:db', host: undefined, port: undefined, name: undefined } as const;

it('takes everything from a secret of RDS’s form, with TLS', async () => {
  secrets = { 'arn:db': JSON.stringify({ ...whole, engine: 'postgres' }) };
  expect(await databaseAddress(source)).toEqual({
    username: 'api',
    password: 'hunter2',
    host: 'db.example.com',
    port: 5433,
    name: 'shop',
    tls: true,
  });
});

it('lets the environment override and complete the secret', async () => {
  secrets = { 'arn:db': JSON.stringify({ username: 'api', password: 'hunter2', port: '5433' }) };
  expect(await databaseAddress({ ...source, host: 'proxy.example.com', name: 'shop' })).toMatchObject({
    host: 'proxy.example.com',
    port: 5433,
    name: 'shop',
  });
});

it('says what is missing when neither names the host', async () => {
  secrets = { 'arn:db': JSON.stringify({ username: 'api', password: 'hunter2' }) };
  await expect(databaseAddress(source)).rejects.toThrow(/DATABASE_HOST[\s\S]*DATABASE_NAME/);
});

it.each([
  ['is unknown', undefined],
  ['is not JSON', 'hunter2'],
  ['has no password', '{"username":"hunter2"}'],
])('refuses a secret that %s, and shows nothing of it', async (_, text) => {
  secrets = text === undefined ? {} : { 'arn:db': text };
  const refusal = fetchDatabaseSecret('arn:db');
  await expect(refusal).rejects.toThrow(SecretError);
  await expect(refusal).rejects.toThrow(/arn:db/);
  await expect(refusal).rejects.not.toThrow(/hunter2/);
});
