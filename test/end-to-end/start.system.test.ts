import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ordersClient } from '../../client/ordersClient.ts';
import { localIssuer, openIssuer } from '../../local/aws/issuer.ts';
import { freePort } from '../../local/postgres/freePort.ts';
import { removePostgres } from '../../local/postgres/home.ts';
import { runningState } from '../../local/state.ts';
import { allEnded, descendants, isRunning } from '../local/processes.ts';
import { codeBlocks } from '../support/codeBlocks.ts';
import { operationAt, undescribed } from '../support/description.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { npmStart, run, type Start } from './npmStart.ts';

let directory: string;
let variables: { readonly LOCAL_DIRECTORY: string; readonly PORT: string };
let start: Start;
let url: string;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'orders-start-test-'));
  variables = { LOCAL_DIRECTORY: directory, PORT: `${await freePort()}` };
  url = `http://127.0.0.1:${variables.PORT}`;
  start = await npmStart(variables);
});

afterAll(async () => {
  if (start !== undefined && (await isRunning(start.npm.pid))) {
    start.interrupt('SIGINT');
    await start.ended;
  }
  await removePostgres(path.join(directory, 'postgres'));
  await rm(directory, { recursive: true, force: true });
});

// Runs a script of this project with Node.js directly, because npm takes half a second of CPU. One call of each command uses npm.
const node = (line: string, given = variables) => run(`'${process.execPath}' ${line}`, given);
const token = (email: string, flags = '') => node(`scripts/token.ts ${email} ${flags}`);

async function bearer(customer: number): Promise<Record<string, string>> {
  const issuer = await openIssuer(directory);
  return { authorization: `Bearer ${await issuer.sign({ sub: `customer-${customer}` })}` };
}

/** Returns the API's typed client, which compares every response with the description. */
function client(headers: Readonly<Record<string, string>> = {}) {
  const described = async (request: Request) => {
    const response = await fetch(request);
    const operation = operationAt(request.method, new URL(request.url).pathname);
    const answered = { status: response.status, headers: Object.fromEntries(response.headers), body: await response.clone().text() };
    expect(operation && undescribed(operation, answered)).toEqual([]);
    return response;
  };
  const token = headers['authorization']?.replace('Bearer ', '');
  return ordersClient({ url, fetch: described, ...(token !== undefined && { token }) });
}

async function stockOf(productId: number): Promise<number | undefined> {
  const { data } = await client().GET('/products/{productId}', { params: { path: { productId } } });
  return data?.stockQuantity;
}

async function oneInStock() {
  const { data } = await client().GET('/products', { params: { query: { inStock: 'true', limit: 200 } } });
  const found = data?.items.find(({ stockQuantity }) => stockQuantity > 10);
  if (found === undefined) throw new Error('No product has more than 10 pieces');
  return found;
}

async function placeOrder(productId: number, headers: Readonly<Record<string, string>>) {
  const { data, response } = await client(headers).POST('/orders', {
    params: { header: { 'Idempotency-Key': headers['idempotency-key'] ?? randomUUID() } },
    body: { items: [{ productId, quantity: 2 }] },
  });
  if (!data) throw new Error(`The order was not placed: ${response.status}`);
  return { placed: data, response };
}

describe('npm start', () => {
  test('has a catalogue when it is ready', async () => {
    console.log(`npm start was ready after ${(start.readyAfterMs / 1000).toFixed(1)} s`);
    const { data } = await client().GET('/products', { params: { query: { limit: 200 } } });
    expect(data?.items).toHaveLength(200);
  });

  test('places an order once, lists it first in the history, and hides it from other customers', async () => {
    const { stdout, stderr, code } = await run('npm run --silent token -- customer1@example.com', variables);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const { id: productId, priceInCents } = await oneInStock();
    const stock = (await stockOf(productId)) ?? 0;
    const headers = { authorization: `Bearer ${stdout.trim()}`, 'idempotency-key': randomUUID() };

    const { placed, response: first } = await placeOrder(productId, headers);
    expect(first.status).toBe(201);
    expect(placed).toMatchObject({ totalInCents: 2 * priceInCents, lineItems: [{ productId, quantity: 2 }] });
    expect(first.headers.get('location')).toBe(`orders/${placed.id}`);
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(await stockOf(productId)).toBe(stock - 2);

    const { placed: same, response: again } = await placeOrder(productId, headers);
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
    expect(same.id).toBe(placed.id);
    expect(await stockOf(productId)).toBe(stock - 2);

    const history = await client(headers).GET('/orders');
    expect(history.data?.items[0]?.id).toBe(placed.id);
    expect((await fetch(`${url}/orders/${placed.id}`, { headers })).status).toBe(200);
    expect((await fetch(`${url}/orders/${placed.id}`, { headers: await bearer(2) })).status).toBe(404);
  });

  test('returns 401 without a token, and for a forged or expired token', async () => {
    const over = await token('customer1@example.com', '--expires-in=-1h');
    expect(over.code).toBe(0);
    const { privateKey } = await generateKeyPair('RS256');
    const genuine = (await (await openIssuer(directory)).sign({ sub: 'customer-1' })).split('.')[0] ?? '';
    const header = z.object({ alg: z.string(), kid: z.string() }).parse(JSON.parse(Buffer.from(genuine, 'base64url').toString()));
    const { issuer, audience } = localIssuer;
    const forged = await new SignJWT({ sub: 'customer-1', iss: issuer, aud: audience })
      .setProtectedHeader(header)
      .setExpirationTime('1h')
      .sign(privateKey);
    for (const authorization of [undefined, `Bearer ${over.stdout.trim()}`, `Bearer ${forged}`]) {
      const response = await fetch(`${url}/orders`, { headers: authorization === undefined ? {} : { authorization } });
      expect([response.status, await response.json()]).toEqual([401, { message: 'Unauthorized' }]);
    }
    expect((await fetch(`${url}/orders`, { headers: await bearer(1) })).status).toBe(200);
  });

  test('prints curl commands that work when they are pasted', async () => {
    const lines = start.output.split('\n').map((line) => line.trim());
    const calls = lines.filter((line) => line.startsWith('curl '));
    expect(calls.length).toBeGreaterThanOrEqual(5);
    // `run` gets no LOCAL_DIRECTORY, because a user's shell does not have the variable. So each printed command must set it.
    const answers = await Promise.all(calls.map((call) => run(`${call} --fail-with-body -w '\\n%{http_code}'`)));
    for (const [index, { code, stdout, stderr }] of answers.entries()) {
      const [body = '', status] = stdout.split('\n');
      expect([code, stderr, status], calls[index]).toEqual([0, '', calls[index]?.includes(' -d ') ? '201' : '200']);
      expect(JSON.parse(body)).toBeTypeOf('object');
    }
  });

  test('runs the examples of README and docs/api.md with curl and with the typed client', async () => {
    const [byCurl] = codeBlocks('README.md', 'sh').filter((block) => /^curl /.test(block));
    const [byClient] = codeBlocks('docs/api.md', 'sh');
    const curl = await run(byCurl?.replaceAll(':3000/', `:${variables.PORT}/`) ?? '', variables);
    expect([curl.code, curl.stderr]).toEqual([0, '']);
    expect(curl.stdout).toMatch(/^\{"items":\[[\s\S]*HTTP\/1\.1 201 Created[\s\S]*"lineItems"[\s\S]*"nextCursor"/);
    const typed = await run(byClient ?? '', { ...variables, API_URL: url });
    expect([typed.code, typed.stderr, typed.stdout]).toEqual([0, '', expect.stringMatching(/^Order \d+: .+, \d+ cents\n$/)]);
  });

  test('runs the example of docs/payments.md with curl', async () => {
    const [payment] = codeBlocks('docs/payments.md', 'sh');
    const TOKEN = (await token('payments@example.com', '--scope payments:write')).stdout.trim();
    const paid = await run(payment?.replaceAll(':3000/', `:${variables.PORT}/`) ?? '', { ...variables, TOKEN });
    expect([paid.code, paid.stderr, paid.stdout]).toEqual([
      0,
      '',
      expect.stringMatching(/^HTTP\/1\.1 201 Created[\s\S]*"reference":"ch_3Mm"/),
    ]);
  });

  test('serves the description of the API as JSON and as a page', async () => {
    const { data } = await client().GET('/openapi.json');
    expect(data).toMatchObject({ openapi: '3.1.1', paths: { '/orders': { post: { operationId: 'placeOrder' } } } });
    const page = await client().GET('/docs', { parseAs: 'text' });
    expect(page.data).toMatch(/^<!doctype html>/);
  });

  test('issues tokens for staff and for unknown emails, and reports that no customer has the email', async () => {
    const [staff, stranger, misspelt] = await Promise.all([
      token('staff@example.com', '--scope reports:read,orders:fulfil'),
      token('nobody@example.com'),
      token('customer1@example.com', '--scopes a'),
    ]);
    const payload = JSON.parse(Buffer.from(staff.stdout.split('.')[1] ?? '', 'base64url').toString());
    expect(payload).toMatchObject({ sub: 'staff@example.com', scope: 'reports:read orders:fulfil' });
    expect(staff.stderr).toMatch(/^No customer has the email staff@example\.com[^\n]*\n$/);
    const claims = JSON.parse(Buffer.from(stranger.stdout.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({ sub: 'nobody@example.com', email: 'nobody@example.com' });
    expect(claims).not.toHaveProperty('scope');
    expect(stranger.stderr).toMatch(/^No customer has the email nobody@example\.com[^\n]* PUT \/customers\/me\.\n$/);
    expect([misspelt.code, misspelt.stdout, misspelt.stderr]).toEqual([
      1,
      '',
      expect.stringMatching(/^Unknown option '--scopes'[^\n]*\n$/),
    ]);
  });

  test("runs migrate commands while it is running, and prints the function's error", async () => {
    const status = await run('npm run --silent migrate -- status', variables);
    expect([status.code, status.stderr]).toEqual([0, '']);
    expect(status.stdout).toMatch(
      /^\d{14}-create-categories +in place\n[\s\S]*status: 0 applied, 0 reverted, 0 pending; last applied: \d{14}-[\w-]+\n$/,
    );
    const json = await node('scripts/migrate.ts status --json');
    expect(JSON.parse(json.stdout)).toMatchObject({ command: 'status', pending: [] });
    const mistake = await node('scripts/migrate.ts sideways');
    expect([mistake.code, mistake.stdout, mistake.stderr]).toEqual([1, '', expect.stringMatching(/^migrate failed: [^\n]+\n$/)]);
  });

  test('runs the npm commands of the runbook', async () => {
    const lines = new Set(codeBlocks('docs/runbook.md', 'sh').flatMap((block) => block.match(/^npm run .+$/gm) ?? []));
    expect(lines.size).toBeGreaterThanOrEqual(4);
    for (const line of lines) expect(await run(line, variables), line).toMatchObject({ code: 0 });
  });

  test('lets AWS’s client invoke a function, which finds its database through a secret', async () => {
    const { lambdaUrl = '' } = (await runningState(directory)) ?? {};
    expect(start.output).toContain(`aws lambda invoke --endpoint-url ${lambdaUrl} `);
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const client = new LambdaClient({ endpoint: lambdaUrl, region: 'eu-central-1', credentials });
    const command = new InvokeCommand({ FunctionName: 'orders-local-migrate', Payload: '{"command":"status"}' });
    const { FunctionError, Payload } = await client.send(command).finally(() => client.destroy());
    expect(FunctionError).toBeUndefined();
    expect(JSON.parse(Payload?.transformToString() ?? '')).toMatchObject({ command: 'status', pending: [] });
  });

  test('rejects a second start with one line that names the URL and the process of the first start', async () => {
    const { code, stderr } = await run('npm --silent start', { ...variables, PORT: `${await freePort()}` });
    expect(code).toBe(1);
    expect(stderr).toMatch(new RegExp(`^npm start is already running here: ${url} \\(pid \\d+\\); stop it first\n$`));
    expect((await fetch(`${url}/products`)).status).toBe(200);
  });

  test.each([
    ['a port in use', () => ({ PORT: variables.PORT }), '', /^Port \d+ is in use; choose another: PORT=\d+ npm start\n$/],
    ['a port out of range', () => ({ PORT: '70000' }), '', /^PORT is "70000"; it must be a number from 1 to 65535\n$/],
    ['an unknown flag', () => ({}), '--frsh', /^Unknown option '--frsh'[^\n]*Usage: [^\n]*\n$/],
  ])('rejects %s with a one-line error', async (_, given, flags, line) => {
    const elsewhere = await temporaryFolder();
    const { code, stderr } = await node(`scripts/start.ts ${flags}`, {
      LOCAL_DIRECTORY: elsewhere,
      PORT: `${await freePort()}`,
      ...given(),
    });
    expect([code, stderr]).toEqual([1, expect.stringMatching(line)]);
    expect(await readdir(elsewhere)).not.toContain('postgres');
  });

  test('a killed run leaves no process, and the next run finds its data', async () => {
    const {
      placed: { id },
    } = await placeOrder((await oneInStock()).id, { ...(await bearer(3)), 'idempotency-key': randomUUID() });
    const { pid = 0 } = (await runningState(directory)) ?? {};
    const processes = descendants(start.npm.pid);
    expect(processes).toContain(pid);
    process.kill(pid, 'SIGKILL');
    expect((await start.ended).code).not.toBe(0);
    await allEnded(processes);

    start = await npmStart(variables);
    expect((await fetch(`${url}/orders/${id}`, { headers: await bearer(3) })).status).toBe(200);
  });

  let home: string;
  let order: number;

  test('Ctrl-C ends all processes, and the exit code is 0', async () => {
    order = (await placeOrder((await oneInStock()).id, { ...(await bearer(4)), 'idempotency-key': randomUUID() })).placed.id;
    home = /Data and PostgreSQL: (\S+)/.exec(start.output)?.[1] ?? path.join(directory, 'postgres');
    const processes = descendants(start.npm.pid);
    // The processes are npm, node, PostgreSQL with its workers, and an environment for each function that was called.
    expect(processes.length).toBeGreaterThan(8);
    start.interrupt('SIGINT');
    const { code, stderr } = await start.ended;
    expect(stderr).toBe('');
    await allEnded([start.npm.pid, ...processes]);
    expect(code).toBe(0);
    expect(await readdir(directory)).not.toContain('state.json');
    const late = await token('customer1@example.com');
    expect([late.code, late.stdout, late.stderr]).toEqual([1, '', 'npm start is not running here; start it in another terminal first\n']);
  });

  test('names the remedy for broken data, and deletes data only with --fresh', async () => {
    await rm(path.join(home, 'data/global/pg_control'));

    const { code, stderr } = await node('scripts/start.ts');
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^PostgreSQL did not start on [^\n]*To delete the old data and start again: npm start -- --fresh\n$/),
    ]);
    expect((await stat(path.join(home, 'data/PG_VERSION'))).isFile()).toBe(true);

    // --empty leaves out the trial data, which saves time. test/end-to-end/emptyShop.system.test.ts tests --fresh with trial data.
    start = await npmStart(variables, '--empty --fresh');
    const { items } = z.object({ items: z.array(z.unknown()) }).parse(await (await fetch(`${url}/products`)).json());
    expect(items).toEqual([]);
    const orders = await token('staff@example.com', '--scope orders:fulfil');
    const headers = { authorization: `Bearer ${orders.stdout.trim()}` };
    expect((await fetch(`${url}/fulfilment/orders/${order}`, { headers })).status).toBe(404);
    start.npm.kill('SIGTERM');
    expect((await start.ended).code).toBe(0);
  });
});
