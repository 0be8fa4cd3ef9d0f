import { inspect } from 'node:util';
import type { Context } from 'aws-lambda';
import { beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import type { HttpEvent } from '../lib/http/event.ts';
import { call } from './support/call.ts';
import { emptyDatabase } from './support/emptyDatabase.ts';
import { fileClient } from './support/fileClient.ts';
import { freshEnvironment } from './support/freshEnvironment.ts';
import {
  type Environment,
  everyRequest,
  expectCleanLog,
  hash,
  inNoTime,
  inSql,
  inStack,
  looksThrough,
  sent,
  subject,
  wrongPassword,
} from './support/leaks.ts';
import { makeCustomer, makeProduct } from './support/make.ts';
import { outputOf } from './support/output.ts';
import { secretsManager } from './support/secretsManager.ts';

const address = process.env['DATABASE_URL'] ?? '';

let productId: number;

beforeAll(async () => {
  await makeCustomer({ authSubject: subject, passwordHash: hash });
  productId = (await makeProduct({ stockQuantity: 100 })).id;
});

/** Creates an environment that ends with the test. */
async function environment(variables: Record<string, string>): Promise<Environment> {
  const made = await freshEnvironment(variables);
  onTestFinished(made.close);
  return made;
}

it('nothing leaks in normal operation, for any input, even if every statement is logged', async () => {
  const of = await environment({ DATABASE_URL: address });
  const { output } = await outputOf(() => call(of.listOrders, { subject }));
  // Checks that the output contains the log, so that the search below can find a leak.
  expect(output).toContain('select id from users');
  expect(await looksThrough(everyRequest(of, productId))).toEqual([200, 201, 204, 400, 401, 403, 404, 409, 413, 422]);
});

describe('nothing leaks when the database', () => {
  const other = (change: (url: URL) => void) => {
    const url = new URL(address);
    change(url);
    return { DATABASE_URL: url.href };
  };

  it.each([
    ['is down', 503, () => other((url) => (url.port = '1'))],
    ['rejects the password', 503, () => other((url) => (url.password = wrongPassword))],
    ['does not exist', 500, () => other((url) => (url.pathname = '/no_such_database'))],
    ['has no address', 500, () => ({})],
    ['has a broken address', 500, () => ({ DATABASE_URL: `postgres//:orders:${wrongPassword}@` })],
    ['has an address with a broken password', 500, () => ({ DATABASE_URL: `postgres://orders:${wrongPassword}%zz@127.0.0.1/orders` })],
  ])('%s', async (_, status, variables) => {
    const of = await environment(variables());
    expect(await looksThrough(everyRequest(of, productId), status === 503 ? inNoTime : {})).toEqual(
      expect.arrayContaining([400, 401, 413, 422, status]),
    );
  });

  const arn = 'arn:aws:secretsmanager:eu-central-1:000000000000:secret:orders';
  it.each([
    ['has a secret that is not JSON', 500, (): string => `password=${wrongPassword}`],
    [
      'has a secret whose password is not a text',
      500,
      (): string => JSON.stringify({ username: 'orders', password: [wrongPassword], [wrongPassword]: 1 }),
    ],
    [
      'has a secret with a wrong password',
      503,
      (): string =>
        JSON.stringify({ username: 'orders_owner', password: wrongPassword, host: '127.0.0.1', port: new URL(address).port, dbname: 'x' }),
    ],
  ])('%s', async (_, status, secret) => {
    const server = await secretsManager();
    server.secrets.set(arn, secret());
    const of = await environment({
      ...server.variables,
      DATABASE_SECRET_ARN: arn,
    });
    expect(await looksThrough(everyRequest(of, productId).slice(0, 25), status === 503 ? inNoTime : {})).toContain(status);
    expect(server.asked()).toBeGreaterThan(0);
  });
});

describe('nothing leaks from a bug', () => {
  const admin = fileClient();

  it('when the schema differs from the code', async () => {
    const of = await environment({ DATABASE_URL: address });
    await admin.query('alter table products rename stock_quantity to stock; alter table users rename auth_subject to subject');
    onTestFinished(
      async () =>
        void (await admin.query('alter table products rename stock to stock_quantity; alter table users rename subject to auth_subject')),
    );
    expect(await looksThrough(everyRequest(of, productId))).toContain(500);
  });

  it('when a row breaks a constraint that the code does not know', async () => {
    const of = await environment({ DATABASE_URL: address });
    await admin.query('alter table orders add constraint unheard_of check (total_in_cents < 0) not valid');
    onTestFinished(async () => void (await admin.query('alter table orders drop constraint unheard_of')));
    const place = {
      subject,
      headers: { 'Idempotency-Key': `${sent.key}-3` },
      body: { items: [{ productId, quantity: 1 }], discountCode: sent.discountCode },
    };
    expect(await looksThrough([[of.placeOrder, place]])).toEqual([500]);
  });

  it('when the server quotes a value that it cannot parse', async () => {
    const of = await environment({ DATABASE_URL: address });
    await admin.query(`alter table users rename auth_subject to subject; alter table users add auth_subject int`);
    onTestFinished(
      async () => void (await admin.query('alter table users drop auth_subject; alter table users rename subject to auth_subject')),
    );
    expect(await looksThrough([[of.listOrders, { subject }]])).toEqual([500]);
  });

  it.each([
    ['an error full of SQL and secrets', new Error(`insert into users values ('${hash}') at async handler (/var/task/x.mjs:1:2)`)],
    ['a text', `select * from users where password_hash = '${hash}'`],
    ['an object', { sql: 'select * from users', password: hash }],
    ['undefined', undefined],
    ['an error that is its own cause', Object.assign(new Error('again'), { cause: undefined })],
  ])('that throws %s: the response is a bare 500', async (_, thrown) => {
    if (thrown instanceof Error && 'cause' in thrown) thrown.cause = thrown;
    const of = await environment({ DATABASE_URL: address });
    const handler = of.api({}, () => Promise.reject(thrown));
    // Catches the error here, because the test runner may not be able to print the thrown value.
    const { result } = await outputOf(() => call(handler).catch(() => ({ json: 'the handler failed', text: '' })));
    expect(result.json).toEqual({
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
      detail: expect.any(String),
      code: 'internal',
    });
    expect(result.text).not.toMatch(inSql);
    expect(result.text).not.toContain(hash);
  });

  it('caused by an incomplete event: the response is a bare 500, and the log has the stack', async () => {
    const of = await environment({ DATABASE_URL: address });
    const { route } = of.placeOrder;
    const handler = (event: HttpEvent, context: Context) => {
      Reflect.deleteProperty(event, 'headers');
      return of.placeOrder(event, context);
    };
    const withoutHeaders = Object.assign(handler, { route });
    const { result, output } = await outputOf(() => call(withoutHeaders, { subject, body: { items: [] } }));
    expect(result).toMatchObject({ status: 500, text: expect.not.stringMatching(inStack) });
    expect(output).toMatch(inStack);
    expectCleanLog(output);
  });
});

describe('nothing leaks from migrate, even from nested errors, when', () => {
  it.each([
    ['the password is rejected', async () => address.replace(inject('owner').password, wrongPassword), {}],
    ['the payload is invalid', async () => address, { command: 'drop', password: wrongPassword }],
    ['a migration fails', () => spoilt('create table categories ()'), {}],
    [
      'a seed fails',
      () =>
        spoilt(
          `create function refuse() returns trigger language plpgsql as $$ begin raise 'refused'; end $$`,
          'create trigger refuse before insert on users for each row execute function refuse()',
        ),
      { command: 'seed', allowProductionSeed: true },
    ],
  ])('%s', async (_, url, event) => {
    const of = await environment({ MIGRATION_DATABASE_URL: await url(), STAGE: 'production' });
    const { result: error, output } = await outputOf(() => of.migrate(event).catch((thrown: unknown) => thrown));
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ message: expect.not.stringMatching(inSql) });
    const everything = inspect(error, { depth: 12, maxArrayLength: null, maxStringLength: null });
    const forbidden = { 'the password': inject('owner').password, 'the wrong password': wrongPassword, 'a password hash': '$2b$12$' };
    const held = Object.entries(forbidden).filter(([, text]) => everything.includes(text));
    expect(held.map(([name]) => name)).toEqual([]);
    expectCleanLog(output);
  });
});

/** Creates a database in which a migration or a seed fails, and returns its URL. `before` runs before the migrations, and `after` runs after them. */
async function spoilt(before: string, after?: string): Promise<string> {
  const { sequelize, url } = await emptyDatabase();
  await sequelize.query(before);
  if (after) {
    const of = await freshEnvironment({ MIGRATION_DATABASE_URL: url, STAGE: 'local', POWERTOOLS_LOG_LEVEL: 'SILENT' });
    await of.migrate({});
    await of.close();
    await sequelize.query(after);
  }
  return url;
}
