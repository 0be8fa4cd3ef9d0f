import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { pgbouncerIsInstalled, startPgbouncer } from '../load/pgbouncer.ts';
import { call } from '../support/call.ts';
import { freshFunction } from '../support/freshFunction.ts';
import { needs } from '../support/needs.ts';
import { ownServer } from '../support/ownServer.ts';
import { type Outcome, startEnvironments } from '../support/startEnvironments.ts';

// Statements that pin a session of RDS Proxy (see "Avoiding pinning an RDS Proxy" in its documentation), or affect other callers of a pooler.
const pinning =
  /^\s*(set|reset|discard|prepare|deallocate|execute|declare|fetch|listen|unlisten|lock|create\s+temp|load)\b|nextval\(|setval\(|set_config\(|pg_advisory_lock/i;

describe('behind PgBouncer in transaction mode with 5 connections', async () => {
  needs('PgBouncer (apt-get install pgbouncer)', pgbouncerIsInstalled);
  let server: Awaited<ReturnType<typeof ownServer>>;
  let port: number;
  let reapedPort: number;
  // The servers start while the tests are collected: `ownServer` calls `afterAll`, which Vitest does not allow inside a hook.
  if (pgbouncerIsInstalled) {
    server = await ownServer({ log_statement: 'all' });
    // PgBouncer and RDS Proxy can both run this statement on each new connection. A pooler keeps idle sessions for later callers, so the server must
    // not end them.
    const pooler = await startPgbouncer(server.apiUrl, 5, 'set idle_session_timeout = 0');
    const reapedPooler = await startPgbouncer(server.apiUrl, 5);
    [port, reapedPort] = [pooler.port, reapedPooler.port];
    afterAll(() => Promise.all([pooler.stop(), reapedPooler.stop()]));
    await server.asAdmin(
      `insert into products (name, price_in_cents, stock_quantity) select 'Teapot', n, 1000 from generate_series(1, 200) as n`,
    );
    await server.asAdmin(`insert into users (auth_subject, full_name, email) values ('ada', 'Ada', 'ada@example.com')`);
  }
  const variablesOf = (proxy: number) => {
    const url = new URL(server.apiUrl);
    url.host = `127.0.0.1:${proxy}`;
    return { DATABASE_URL: url.href, DATABASE_VIA_PROXY: 'true', POWERTOOLS_LOG_LEVEL: 'ERROR' };
  };
  /** Returns the statements of the API's role in these lines of the log. A statement of several lines is one entry. */
  const sentBy = (lines: readonly string[]) =>
    lines
      .join('\n')
      .split(/^(?=\d+\|)/m)
      .flatMap((entry) => {
        const [, name = '<unnamed>', sql] = /^\d+\|orders_api\|.*?LOG: {2}(?:statement|execute (.*?)): (.*)/s.exec(entry) ?? [];
        return sql === undefined ? [] : [{ name, sql }];
      });

  it('60 environments get only responses with status 200', async () => {
    const environments = await startEnvironments(60, 'listProducts', variablesOf(port));
    const outcomes = (await Promise.all(environments.map(async ({ call }) => [await call(), await call(), await call()]))).flat();
    await Promise.all(environments.map((environment) => environment.stop()));
    expect(outcomes.filter(({ status }) => status !== 200)).toEqual([]);
    expect(outcomes).toHaveLength(180);
    const [backends] = await server.asAdmin<{ count: string }>(
      `select count(*) from pg_stat_activity where usename = 'orders_api' and datname = 'orders'`,
    );
    expect(Number(backends?.count)).toBeLessThanOrEqual(5);
  }, 300_000);

  it('the functions for products and orders pin no session and leave no state in it', async () => {
    const handlerOf = (name: string) => freshFunction(name, variablesOf(reapedPort));
    const items = Array.from({ length: 100 }, (_, index) => ({ productId: index + 1, quantity: 1 }));
    const short = {
      subject: 'ada',
      headers: { 'idempotency-key': 'short' },
      body: {
        items: [
          { productId: 1, quantity: 1_000 },
          { productId: 200, quantity: 1 },
        ],
      },
    };
    const lines = await server.logOf(async () => {
      const placed = await call(await handlerOf('placeOrder'), { subject: 'ada', headers: { 'idempotency-key': 'k' }, body: { items } });
      expect(placed).toMatchObject({ status: 201 });
      expect(await call(await handlerOf('placeOrder'), short)).toMatchObject({ status: 409 });
      expect(await call(await handlerOf('listProducts'), { query: { search: 'tea', limit: '200' } })).toMatchObject({ status: 200 });
      expect(await call(await handlerOf('getProduct'), { path: { productId: '1' } })).toMatchObject({ status: 200 });
      expect(await call(await handlerOf('listOrders'), { subject: 'ada' })).toMatchObject({ status: 200 });
      expect(await call(await handlerOf('getOrder'), { subject: 'ada', path: { orderId: String(placed.json.id) } })).toMatchObject({
        status: 200,
      });
    });
    const statements = sentBy(lines);
    expect(statements.length).toBeGreaterThan(8);
    expect(statements.filter(({ name, sql }) => name !== '<unnamed>' || pinning.test(sql) || sql.length > 16_384)).toEqual([]);
    // Checks that `sentBy` returns whole statements: `from placed` is in the last line of placeOrder's statement.
    expect(statements.some(({ sql }) => sql.includes('from placed'))).toBe(true);
  });

  it('when idle_session_timeout ends the pooler’s sessions, requests are retried without an error', async () => {
    const environments = await startEnvironments(8, 'listProducts', variablesOf(reapedPort));
    const outcomes: Outcome[] = [];
    for (let round = 0; round < 12; round++) {
      outcomes.push(...(await Promise.all(environments.map(({ call }) => call()))));
      // The pauses are a little shorter or longer than the role's idle timeout of 500 ms.
      await sleep(480 + round * 4);
    }
    expect(outcomes.filter(({ status }) => status !== 200)).toEqual([]);
  });
});
