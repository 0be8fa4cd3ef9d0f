import { beforeEach, describe, expect, it, vi } from 'vitest';
import { call } from '../support/call.ts';
import { freshFunction } from '../support/freshFunction.ts';
import { makeProduct } from '../support/make.ts';
import { ownClock, untilTrue } from '../support/ownClock.ts';
import { type AwsFault, secretsManager } from '../support/secretsManager.ts';
import { loggedErrors } from '../support/warnings.ts';

const { secrets, variables, faults, asked } = await secretsManager();
Object.assign(process.env, variables);
const { hostname, port, username, password, pathname } = new URL(process.env['DATABASE_URL'] ?? '');
const secretOf = (word: string) =>
  JSON.stringify({ username, password: decodeURIComponent(word), host: hostname, port, dbname: pathname.slice(1) });

const product = await makeProduct();
const request = { path: { productId: String(product.id) } };
const getProduct = () => freshFunction('getProduct', { DATABASE_URL: undefined, DATABASE_SECRET_ARN: 'arn:db' });

const throttled: AwsFault = { status: 400, type: 'ThrottlingException' };
const unavailable = { status: 503, headers: { 'Retry-After': '1' }, json: { code: 'database-unavailable' } };

beforeEach(() => {
  secrets.clear();
  secrets.set('arn:db', secretOf(password));
  Object.assign(faults, { next: [], always: undefined });
});

/** Collects the errors that the function from freshFunction logs from now on, and calls `onWarning` for each of its warnings. */
async function errors(onWarning: () => void = () => {}) {
  const { log } = await import('../../lib/log.ts');
  vi.spyOn(log, 'warn').mockImplementation(onWarning);
  return loggedErrors();
}

describe('a request to Secrets Manager without a response', () => {
  it('is repeated by the same invocation; later invocations send none, because the secret is cached', async () => {
    const clock = ownClock();
    const before = asked();
    faults.next = ['silence'];
    const handler = await getProduct();
    const first = call(handler, request);
    await untilTrue(() => asked() === before + 1);
    clock.pass(2_000);
    expect(await first).toMatchObject({ status: 200 });
    expect([await call(handler, request), await call(handler, request)]).toMatchObject([{ status: 200 }, { status: 200 }]);
    expect(asked()).toBe(before + 2);
  });

  it('does not delay the 503 of an invocation with little time, and the next invocation succeeds', async () => {
    const clock = ownClock();
    const before = asked();
    faults.next = ['silence'];
    const handler = await getProduct();
    const first = call(handler, { ...request, remainingMs: 2_500 });
    await untilTrue(() => asked() === before + 1);
    clock.pass(500);
    expect(await first).toMatchObject(unavailable);
    // The environment is frozen for an hour between the two invocations.
    clock.pass(3_600_000);
    expect(await call(handler, request)).toMatchObject({ status: 200 });
  });
});

describe('a Secrets Manager that throttles or fails', () => {
  it.each<[string, AwsFault]>([
    ['ThrottlingException', throttled],
    ['InternalServiceError', { status: 500, type: 'InternalServiceError' }],
    ['a lost connection', 'reset'],
  ])('is called again after %s', async (_, fault) => {
    const before = asked();
    faults.next = [fault, fault];
    expect(await call(await getProduct(), request)).toMatchObject({ status: 200 });
    expect(asked()).toBe(before + 3);
  });

  it('causes a 503 before the deadline, and is called again by the next invocation', async () => {
    const clock = ownClock();
    faults.always = throttled;
    const handler = await getProduct();
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const seen = await errors(() => clock.pass(1_000));
    expect(await call(handler, request)).toMatchObject(unavailable);
    expect(seen).toEqual([]);
    faults.always = undefined;
    expect(await call(handler, request)).toMatchObject({ status: 200 });
  });
});

describe('a password that the server rejects', () => {
  it('is fetched again, even if Secrets Manager throttles', async () => {
    secrets.set('arn:db', secretOf('rotated'));
    const handler = await getProduct();
    await untilTrue(() => asked() > 0);
    const before = asked();
    faults.next = [throttled, throttled];
    // Corrects the secret at the first warning.
    await errors(() => void secrets.set('arn:db', secretOf(password)));
    expect(await call(handler, request)).toMatchObject({ status: 200 });
    expect(asked()).toBeGreaterThanOrEqual(before + 3);
  });

  it('causes a 503 while Secrets Manager throttles, and is not logged as an invalid configuration', async () => {
    const clock = ownClock();
    secrets.set('arn:db', secretOf('rotated'));
    const handler = await getProduct();
    const { database } = await import('../../lib/database/database.ts');
    await database();
    faults.always = throttled;
    // Makes the random pauses between the tries 0 ms long, so that only the warnings of failed tries move the clock.
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const seen = await errors(() => clock.pass(1_000));
    expect(await call(handler, request)).toMatchObject(unavailable);
    expect(seen).toEqual([]);
  });
});

const fail = (type: string) => void Object.assign(faults, { always: { status: 400, type } });

it.each([
  ['is missing', () => void secrets.clear(), /does not exist/],
  ['is denied', () => fail('AccessDeniedException'), /allow the call in the role of the function/],
  ['cannot be decrypted', () => fail('DecryptionFailure'), /kms:Decrypt/],
  ['is not JSON', () => void secrets.set('arn:db', 'hunter2'), /not JSON/],
  ['has no password', () => void secrets.set('arn:db', '{"username":"hunter2"}'), /RDS's form/],
  ['names no host', () => void secrets.set('arn:db', JSON.stringify({ username, password })), /DATABASE_HOST/],
])('if the secret %s, logs an invalid configuration, and reads the secret again for the next request', async (_, spoil, advice) => {
  spoil();
  const handler = await getProduct();
  const seen = await errors();
  expect(await call(handler, request)).toMatchObject({ status: 500, json: { code: 'internal' } });
  expect(seen).toMatchObject([
    { message: 'invalid configuration', fields: { faults: expect.arrayContaining([expect.stringMatching(advice)]) } },
  ]);
  expect(JSON.stringify(seen)).not.toContain('hunter2');
  faults.always = undefined;
  secrets.set('arn:db', secretOf(password));
  expect(await call(handler, request)).toMatchObject({ status: 200 });
});
