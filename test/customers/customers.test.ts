import { randomUUID } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { handler as eraseCustomer } from '../../functions/customers/eraseCustomer.ts';
import { handler as getCustomer } from '../../functions/customers/getCustomer.ts';
import { handler as putCustomer } from '../../functions/customers/putCustomer.ts';
import { type Request as CallRequest, call } from '../support/call.ts';
import { freshFunction } from '../support/freshFunction.ts';
import { makeProduct } from '../support/make.ts';
import { placeOrder } from '../support/orderCalls.ts';
import { outputOf } from '../support/output.ts';
import { statementsOf } from '../support/statements.ts';
import { withoutTimeLimits } from '../support/timeLimits.ts';

// A pool of 8, because this process acts for 8 environments with one connection each.
vi.hoisted(() => Object.assign(process.env, { DATABASE_POOL_MAX: '8' }));
withoutTimeLimits();

const fullName = 'Ada Example';
const newEmail = () => `${randomUUID()}@example.com`;
const put = (subject: string, body: unknown, more: Partial<CallRequest> = {}) =>
  call(putCustomer, { method: 'PUT', subject, body, ...more });
const get = (subject: string) => call(getCustomer, { subject });
const erase = (subject: string) => call(eraseCustomer, { method: 'DELETE', subject });

it('registers the customer of a token, and shows the record only to that token', async () => {
  const [subject, email] = [randomUUID(), newEmail()];
  expect(await get(subject)).toMatchObject({
    status: 403,
    json: { code: 'unknown-customer', detail: expect.stringContaining('Register with PUT /customers/me.') },
  });
  const { result: made, sent } = await statementsOf(() => put(subject, { fullName, email }));
  expect(sent).toHaveLength(2);
  expect(made).toMatchObject({
    status: 201,
    headers: { 'Cache-Control': 'no-store' },
    json: { id: expect.any(Number), fullName, email, createdAt: expect.stringMatching(/Z$/), updatedAt: made.json.createdAt },
  });
  const { result: shown, sent: read } = await statementsOf(() => get(subject));
  expect([shown.status, shown.json, read.length]).toEqual([200, made.json, 1]);
  expect((await get(randomUUID())).status).toBe(403);
});

it('accepts an order from a customer who has just registered', async () => {
  const subject = randomUUID();
  const { id: productId } = await makeProduct();
  const order = () => placeOrder(subject, [{ productId, quantity: 1 }]);
  expect(await order()).toMatchObject({ status: 403, json: { code: 'unknown-customer' } });
  expect((await put(subject, { fullName, email: newEmail() })).status).toBe(201);
  expect((await order()).status).toBe(201);
});

it('changes name and email, and writes nothing if both stay the same', async () => {
  const [subject, email, other] = [randomUUID(), newEmail(), newEmail()];
  const { json: made } = await put(subject, { fullName, email });
  const { result: changed, sent } = await statementsOf(() => put(subject, { fullName: 'Ada Changed', email: other }));
  expect(sent).toHaveLength(2);
  expect(changed).toMatchObject({ status: 200, json: { id: made.id, fullName: 'Ada Changed', email: other, createdAt: made.createdAt } });
  const { result: same, sent: again } = await statementsOf(() => put(subject, { fullName: 'Ada Changed', email: other }));
  expect([same.status, same.json, again.length]).toEqual([200, changed.json, 1]);
});

it('rejects an email of another customer, and changes nothing', async () => {
  const [subject, other, email, taken] = [randomUUID(), randomUUID(), newEmail(), newEmail()];
  await put(other, { fullName, email: taken });
  const refused = { status: 409, json: { code: 'email-taken' } };
  expect(await put(subject, { fullName, email: taken })).toMatchObject(refused);
  expect((await get(subject)).status).toBe(403);
  await put(subject, { fullName, email });
  const { result, sent } = await statementsOf(() => put(subject, { fullName: 'Ada Changed', email: taken }));
  expect(result).toMatchObject(refused);
  expect(sent).toHaveLength(3);
  expect((await get(subject)).json).toMatchObject({ fullName, email });
});

it('treats emails that differ only in case as equal, and lets the owner change the case', async () => {
  const [subject, email] = [randomUUID(), newEmail()];
  await put(subject, { fullName, email });
  expect(await put(randomUUID(), { fullName, email: email.toUpperCase() })).toMatchObject({ status: 409, json: { code: 'email-taken' } });
  expect(await put(subject, { fullName, email: email.toUpperCase() })).toMatchObject({ status: 200, json: { email: email.toUpperCase() } });
  expect(await put(randomUUID(), { fullName, email })).toMatchObject({ status: 409, json: { code: 'email-taken' } });
});

it('never logs a name, email or subject, even if the request fails', async () => {
  const fresh = await freshFunction('customers', { POWERTOOLS_LOG_LEVEL: 'DEBUG', LOG_SQL: 'true' });
  const [subject, email] = [randomUUID(), newEmail()];
  const of = (more: object) => ({ routeKey: 'PUT /customers/me', subject, body: { fullName, email, ...more } });
  const { result, output } = await outputOf(async () => [
    await call(fresh, of({})),
    await call(fresh, of({ fullName: `${fullName} Changed` })),
    await call(fresh, { ...of({}), subject: `${subject}-other` }),
    await call(fresh, of({ fullName: ' ' })),
    await call(fresh, { ...of({}), email: newEmail() }),
    await call(fresh, { routeKey: 'DELETE /customers/me', subject }),
  ]);
  expect(result.map(({ status }) => status)).toEqual([201, 200, 409, 422, 422, 204]);
  expect(output).toContain('users');
  for (const personal of [subject, email, fullName]) expect(output).not.toContain(personal);
});

it("accepts only the token's email, if the token has one", async () => {
  const [subject, email] = [randomUUID(), newEmail()];
  const refused = { status: 422, json: { errors: [{ path: '/body/email', message: 'Expected the email address of your token' }] } };
  expect(await put(subject, { fullName, email: newEmail() }, { email })).toMatchObject(refused);
  expect(await put(subject, { fullName, email: email.toUpperCase() }, { email })).toMatchObject(refused);
  expect((await put(subject, { fullName, email }, { email })).status).toBe(201);
  expect((await put(randomUUID(), { fullName, email: newEmail() }, { email: '' })).status).toBe(201);
  const { json } = await put(subject, { fullName: '', email: newEmail() }, { email });
  expect(json.errors.map(({ path }: { path: string }) => path)).toEqual(['/body/fullName', '/body/email']);
});

it.each([
  ['/body/email', { email: 'nobody' }],
  ['/body/email', { email: 'a@b' }],
  ['/body/email', { email: `${'a'.repeat(250)}@b.example` }],
  ['/body/email', { email: null }],
  ['/body/fullName', { fullName: '' }],
  ['/body/fullName', { fullName: '   ' }],
  ['/body/fullName', { fullName: 'x'.repeat(151) }],
  ['/body/fullName', { fullName: 'x\u0000' }],
  ['/body/id', { id: 1 }],
])('rejects a record with a fault at %s: %j', async (path, fault) => {
  const answer = await put(randomUUID(), { fullName, email: newEmail(), ...fault });
  expect(answer).toMatchObject({ status: 422, json: { code: 'invalid-request' } });
  expect(answer.json.errors.map((error: { path: string }) => error.path)).toContain(path);
});

it('accepts the longest name and subject, and rejects a subject that is longer or that PostgreSQL cannot store', async () => {
  const longest = randomUUID().padEnd(255, 'x');
  expect((await put(longest, { fullName: 'é'.repeat(150), email: newEmail() })).status).toBe(201);
  for (const subject of [`${longest}x`, 'a\u0000b', '\ud800']) {
    expect(await put(subject, { fullName, email: newEmail() })).toMatchObject({ status: 403, json: { code: 'unknown-customer' } });
    expect((await get(subject)).status).toBe(403);
    expect((await erase(subject)).status).toBe(403);
  }
});

it('registers one customer when a token registers many times at once', async () => {
  const subject = randomUUID();
  const email = newEmail();
  const answers = await Promise.all(Array.from({ length: 16 }, (_, index) => put(subject, { fullName: `Ada ${index % 4}`, email })));
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(1);
  expect(statuses.filter((status) => status === 200)).toHaveLength(15);
  expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1);
});

it('gives an email to only one of many customers who request it at once', async () => {
  const email = newEmail();
  const answers = await Promise.all(Array.from({ length: 16 }, () => put(randomUUID(), { fullName, email })));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status, json }) => status === 409 && json.code === 'email-taken')).toHaveLength(15);
});
