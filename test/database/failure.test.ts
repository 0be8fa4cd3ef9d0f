import { expect, it } from 'vitest';
import { decisionOfCode } from '../../lib/database/failure.ts';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import { duringInvocation } from '../../lib/invocation.ts';
import { call } from '../support/call.ts';
import { freshFunction } from '../support/freshFunction.ts';
import { ownClock } from '../support/ownClock.ts';
import { tcpProxy, through } from '../support/tcpProxy.ts';
import { loggedErrors, warnings } from '../support/warnings.ts';

const proxy = await tcpProxy();
const address = process.env['DATABASE_URL'] ?? '';

type Expected = readonly [codes: string, failure: string | undefined, again: string, connection: string];

it.each<Expected>([
  ['08000 08003 08006 08P01', 'unreachable', 'in time', 'close'],
  ['25P03 28P01 40003 57000 57P01 57P02 57P04 57P05 58000 58030', 'unreachable', 'in time', 'close'],
  ['25006', 'unreachable', 'in time', 'close all'],
  ['40001 40P01 53000 53200 53400 55006 72000', 'overloaded', 'in time', 'keep'],
  ['53300 57P03 ECONNREFUSED', 'overloaded', 'in time', 'close'],
  ['53100 55P03 57014', 'overloaded', 'never', 'keep'],
  ['25P04', 'overloaded', 'never', 'close'],
  ['0A000 25001 25P02 26000 XX000', undefined, 'once', 'close all'],
  [
    '03000 0LP01 22001 22012 23505 25000 34000 40002 42501 42703 42P01 54001 55000 58P01 F0000 P0001 XX001 XX002',
    undefined,
    'never',
    'keep',
  ],
  [
    'ECONNRESET ECONNABORTED EPIPE ETIMEDOUT EHOSTUNREACH ENETUNREACH ENETDOWN EADDRNOTAVAIL EMFILE ENOTFOUND EAI_AGAIN',
    'unreachable',
    'in time',
    'close',
  ],
  ['EPROTO ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', 'unreachable', 'in time', 'close'],
  ['ERR_INVALID_ARG_TYPE ENOENT', undefined, 'never', 'keep'],
])('the codes %s: failure %s, retried: %s, connection: %s', (codes, failure, again, connection) => {
  for (const code of codes.split(' ')) expect([code, decisionOfCode(code, false)]).toEqual([code, { failure, again, connection }]);
});

it.each([
  ['28000', /LOGIN/],
  ['3D000', /does not exist/],
  ['42501', /CONNECT/],
  ['22023', /DATABASE_VIA_PROXY/],
  ['EACCES', /firewall/],
  ['CERT_HAS_EXPIRED', /certificate/],
  ['SELF_SIGNED_CERT_IN_CHAIN', /certificate/],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', /certificate/],
  ['ERR_TLS_CERT_ALTNAME_INVALID', /certificate/],
  ['ERR_SSL_WRONG_VERSION_NUMBER', /TLS 1\.2/],
])('treats %s while connecting as an invalid configuration, and names the remedy', (code, advice) => {
  expect(decisionOfCode(code, true)).toMatchObject({ failure: undefined, again: 'never', advice: expect.stringMatching(advice) });
});

/** Runs a statement that fails with `sqlState` on each of the first `times` tries. Returns the numbers of tries and of server processes, and the outcome. */
async function failing(sqlState: string, times: number) {
  const backends: unknown[] = [];
  const outcome = await duringInvocation({ requestId: 'test', remainingMs: () => 20_000 }, () =>
    withDatabase(async ({ sequelize }) => {
      const [[row]] = await sequelize.query('select pg_backend_pid() as pid');
      backends.push(Reflect.get(Object(row), 'pid'));
      if (backends.length <= times)
        await sequelize.query(`do $$ begin raise exception 'caused by the test' using errcode = '${sqlState}'; end $$`);
      return 'done';
    }),
  ).catch((error: unknown) => error);
  return { tries: backends.length, processes: new Set(backends).size, outcome };
}

it.each(['25006', '57P04', '58030', '08006'])('retries on a new connection after %s', async (sqlState) => {
  expect(await failing(sqlState, 2)).toEqual({ tries: 3, processes: 3, outcome: 'done' });
});

it.each(['40001', '53200'])('retries after %s', async (sqlState) => {
  expect(await failing(sqlState, 2)).toMatchObject({ tries: 3, outcome: 'done' });
});

it.each(['0A000', '26000', '25P02', 'XX000'])('retries once on a new connection after %s, then treats it as a bug', async (sqlState) => {
  expect(await failing(sqlState, 1)).toEqual({ tries: 2, processes: 2, outcome: 'done' });
  expect(await failing(sqlState, 9)).toMatchObject({ tries: 2, processes: 2, outcome: { parent: { code: sqlState } } });
});

it.each(['53100', '55P03', '57014'])('responds with 503 at once after %s', async (sqlState) => {
  expect(await failing(sqlState, 9)).toMatchObject({ tries: 1, outcome: { code: 'overloaded' } });
});

it.each(['42501', 'XX001', '58P01'])('treats %s after connecting as a bug', async (sqlState) => {
  expect(await failing(sqlState, 9)).toMatchObject({ tries: 1, outcome: { parent: { code: sqlState } } });
});

function withMode(sslmode: string): string {
  const url = new URL(address);
  url.searchParams.set('sslmode', sslmode);
  return url.href;
}

it.each([
  [
    'has an sslmode that does not verify the server',
    () => withMode('require'),
    /`sslmode=require` does not verify the server: use `verify-full`/,
  ],
  ['names a database that does not exist', () => Object.assign(new URL(address), { pathname: '/no_such_database' }).href, /does not exist/],
  ['belongs to a server without TLS', () => withMode('verify-full'), /does not support TLS/],
])('logs an invalid configuration with its remedy when the address %s', async (_, url, advice) => {
  const handler = await freshFunction('listProducts', { DATABASE_URL: url() }, { isValid: false });
  const seen = await loggedErrors();
  expect(await call(handler)).toMatchObject({ status: 500, json: { code: 'internal' } });
  expect(seen).toMatchObject([{ message: 'invalid configuration', fields: { faults: [expect.stringMatching(advice)] } }]);
});

it.each([
  ['28000', /LOGIN/],
  ['42501', /CONNECT/],
])('logs an invalid configuration when the server rejects the connection with %s', async (sqlState, advice) => {
  proxy.forNew({ sqlState });
  const handler = await freshFunction('listProducts', { DATABASE_URL: through(proxy, address) });
  const seen = await loggedErrors();
  const taken = proxy.taken();
  expect(await call(handler)).toMatchObject({ status: 500, json: { code: 'internal' } });
  expect(seen).toMatchObject([{ message: 'invalid configuration', fields: { faults: [expect.stringMatching(advice)] } }]);
  expect(proxy.taken()).toBe(taken + 1);
});

it('logs a password that stays wrong as an invalid configuration, and responds with 503', async () => {
  const clock = ownClock();
  const handler = await freshFunction('listProducts', { DATABASE_URL: Object.assign(new URL(address), { password: 'wrong' }).href });
  await warnings(() => clock.move(2_000));
  const seen = await loggedErrors();
  expect(await call(handler)).toMatchObject({ status: 503, headers: { 'Retry-After': '1' }, json: { code: 'database-unavailable' } });
  expect(seen).toMatchObject([{ message: 'invalid configuration', fields: { faults: [expect.stringMatching(/migrate -- up/)] } }]);
});

it('does not log a bug as an invalid configuration', async () => {
  const handler = await freshFunction('listProducts', {});
  const seen = await loggedErrors();
  const { problem } = await import('../../lib/http/problem.ts');
  expect(problem(new TypeError('test'))).toMatchObject({ statusCode: 500 });
  expect(handler).toBeDefined();
  expect(seen).toHaveLength(1);
  expect(seen[0]?.message).not.toBe('invalid configuration');
});
