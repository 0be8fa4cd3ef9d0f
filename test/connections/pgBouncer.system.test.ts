import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, inject, it } from 'vitest';
import { call } from '../support/call.ts';
import { type Outcome, startEnvironments } from '../support/environments.ts';
import { freshFunction } from '../support/freshFunction.ts';
import { needs } from '../support/needs.ts';
import { ownServer } from '../support/ownServer.ts';
import { pgBouncerIsInstalled, startPgBouncer } from '../support/pgBouncer.ts';

// What pins a session of RDS Proxy (its documentation, "Avoiding pinning an RDS Proxy"), and what would leak through a pooler.
const pinning =
  /^\s*(set|reset|discard|prepare|deallocate|execute|declare|fetch|listen|unlisten|lock|create\s+temp|load)\b|nextval\(|setval\(|set_config\(|pg_advisory_lock/i;

describe('behind PgBouncer in transaction mode with 5 connections', async () => {
  needs('PgBouncer (apt-get install pgbouncer)', pgBouncerIsInstalled);
  let server: Awaited<ReturnType<typeof ownServer>>;
  let port: number;
  let reapedPort: number;
  // Started while the tests are collected, because a hook cannot register a cleanup for the end of the file.
  if (pgBouncerIsInstalled) {
    server = await ownServer({ log_statement: 'all' });
    const login = inject('api');
    // As both PgBouncer and RDS Proxy can: the pooler's sessions are not idle environments, and need no reaping.
    port = await startPgBouncer(server, { login, connectQuery: 'set idle_session_timeout = 0' });
    reapedPort = await startPgBouncer(server, { login });
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
  /** What the API's role has sent, by these lines of the log; a statement of several lines is one entry. */
  const sentBy = (lines: readonly string[]) =>
    lines
      .join('\n')
      .split(/^(?=\d+\|)/m)
      .flatMap((entry) => {
        const [, name = '<unnamed>', sql] = /^\d+\|orders_api\|.*?LOG: {2}(?:statement|execute (.*?)): (.*)/s.exec(entry) ?? [];
        return sql === undefined ? [] : [{ name, sql }];
      });

  it('60 environments work without an error', async () => {
    const environments = await startEnvironments(60, 'listProducts', variablesOf(port));
    const outcomes = (await Promise.all(environments.map(async ({ call }) => [await call(), await call(), await call()]))).flat();
    await Promise.all(environments.map((environment) => environment.stop()));
    expect(outcomes.filter(({ status }) => status !== 200)).toEqual([]);
    expect(outcomes).toHaveLength(180);
    const [backends] = await server.asAdmin<{ count: string }>(
      `select count(*) from pg_stat_activity where usename = 'orders_api' and datname = 'orders'`,
    );
    expect(Number(backends?.count)).toBeLessThanOrEqual(5);
  });

  it('no function pins a session or leaves state in it', async () => {
    const handlerOf = (name: string) => freshFunction(name, variablesOf(reapedPort));
    const items = Array.from({ length: 100 }, (_, index) => ({ productId: index + 1, quantity: 1 }));
    const short = {
      as: 'ada',
      headers: { 'idempotency-key': 'short' },
      body: {
        items: [
          { productId: 1, quantity: 1_000 },
          { productId: 200, quantity: 1 },
        ],
      },
    };
    const lines = await server.logOf(async () => {
      const placed = await call(await handlerOf('placeOrder'), { as: 'ada', headers: { 'idempotency-key': 'k' }, body: { items } });
      expect(placed).toMatchObject({ status: 201 });
      expect(await call(await handlerOf('placeOrder'), short)).toMatchObject({ status: 409 });
      expect(await call(await handlerOf('listProducts'), { query: { search: 'tea', limit: '200' } })).toMatchObject({ status: 200 });
      expect(await call(await handlerOf('getProduct'), { path: { productId: '1' } })).toMatchObject({ status: 200 });
      expect(await call(await handlerOf('listOrders'), { as: 'ada' })).toMatchObject({ status: 200 });
      expect(await call(await handlerOf('getOrder'), { as: 'ada', path: { orderId: String(placed.json.id) } })).toMatchObject({
        status: 200,
      });
    });
    const statements = sentBy(lines);
    expect(statements.length).toBeGreaterThan(8);
    expect(statements.filter(({ name, sql }) => name !== '<unnamed>' || pinning.test(sql) || sql.length > 16_384)).toEqual([]);
    // The last lines of a statement are looked at too.
    expect(statements.some(({ sql }) => sql.includes('from placed'))).toBe(true);
  });

  it('when idle_session_timeout ends the pooler’s sessions, requests are retried without an error', async () => {
    const environments = await startEnvironments(8, 'listProducts', variablesOf(reapedPort));
    const outcomes: Outcome[] = [];
    for (let round = 0; round < 12; round++) {
      outcomes.push(...(await Promise.all(environments.map(({ call }) => call()))));
      // At the role's 500 ms, give or take.
      await sleep(480 + round * 4);
    }
    expect(outcomes.filter(({ status }) => status !== 200)).toEqual([]);
  });
});
