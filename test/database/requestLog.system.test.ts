import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { describe, expect, it, vi } from 'vitest';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import { makeCustomer, makeProduct } from '../support/make.ts';
import { startEnvironments } from '../support/startEnvironments.ts';

// On a busy machine, lines arrive late and any statement can be slow.
const waiting = { timeout: 25_000 };
const variables = { DATABASE_URL: process.env['DATABASE_URL'] ?? '', POWERTOOLS_LOG_LEVEL: 'INFO', SLOW_STATEMENT_MS: '60000' };

/** Runs `work` while the table is locked, so that the statement of `work` waits for at least `ms`. */
async function whileLocked(table: string, ms: number, work: () => Promise<void>): Promise<void> {
  const holder = new pg.Client({ connectionString: process.env['MIGRATION_DATABASE_URL'] });
  await holder.connect();
  await holder.query(`begin; lock table ${table}`);
  const done = work();
  const waiting = 'select from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())';
  await expect.poll(async () => (await holder.query(waiting)).rowCount).toBe(1);
  await sleep(ms);
  await holder.end();
  await done;
}

describe('the log of an environment', () => {
  it('has one line with metrics for each request, and counts a connection and a cold start in the first line', async () => {
    const [environment] = await startEnvironments(1, 'listProducts', variables);
    for (let count = 0; count < 2; count++) await environment?.call();
    const requests = await vi.waitUntil(() => environment?.log.length === 2 && environment.log.map((line) => JSON.parse(line)), waiting);
    const used = {
      status: 200,
      statements: 1,
      attempts: 1,
      acquireMs: expect.any(Number),
      slowest: { sql: expect.stringMatching(/^select.*limit \$\d::bigint$/s) },
    };
    expect(requests).toMatchObject([
      { ...used, message: 'request', coldStart: true, connectionsOpened: 1 },
      { ...used, message: 'request', coldStart: false, connectionsOpened: 0 },
    ]);
    const metrics = { Statements: 1, AcquireMs: expect.any(Number), service: 'orders', function: 'listProducts' };
    expect(requests).toMatchObject([
      { ...metrics, ConnectionsOpened: 1, ColdStart: 1 },
      { ...metrics, ConnectionsOpened: 0, ColdStart: 0 },
    ]);
    // CloudWatch reads the value of each metric and dimension from the field of the same name in the line.
    for (const { _aws, ...members } of requests) {
      // CloudWatch expects milliseconds.
      expect(String(_aws.Timestamp)).toMatch(/^\d{13}$/);
      const [{ Namespace, Dimensions, Metrics }] = _aws.CloudWatchMetrics;
      expect([Namespace, Dimensions]).toEqual(['orders', [['service', 'function']]]);
      for (const { Name } of Metrics) expect(members[Name], Name).toBeTypeOf('number');
      expect(Metrics).toHaveLength(4);
    }
  });

  it('has a line below 3.5 KB for an order, and the statement in the line is valid SQL', async () => {
    const { authSubject } = await makeCustomer();
    const product = await makeProduct({});
    const [environment] = await startEnvironments(1, 'placeOrder', variables);
    const body = { items: [{ productId: product.id, quantity: 1 }] };
    await environment?.call({ subject: authSubject, headers: { 'Idempotency-Key': 'logged' }, body });
    const line = await vi.waitUntil(() => environment?.log[0], waiting);
    expect(Buffer.byteLength(line)).toBeLessThan(3_500);
    const { slowest } = JSON.parse(line);
    expect(slowest.sql).toMatch(/^with buyer as materialized \( select id, .* from users .* from placed$/);
    await withDatabase(({ sequelize }) => sequelize.query(`prepare logged as ${slowest.sql}; deallocate logged`));
  });

  it('has only metrics if the level INFO is disabled, and a line without metrics if metrics are disabled', async () => {
    const [quiet] = await startEnvironments(1, 'listProducts', { ...variables, POWERTOOLS_LOG_LEVEL: 'WARN' });
    const [unmeasured] = await startEnvironments(1, 'listProducts', { ...variables, POWERTOOLS_METRICS_DISABLED: 'true' });
    await Promise.all([quiet?.call(), unmeasured?.call()]);
    const lineOf = (environment: typeof quiet) => vi.waitUntil(() => environment?.log[0] && JSON.parse(environment.log[0]), waiting);
    const metrics = await lineOf(quiet);
    expect([metrics.message, metrics.Statements]).toEqual([undefined, 1]);
    const line = await lineOf(unmeasured);
    expect([line.message, line._aws, line.Statements]).toEqual(['request', undefined, undefined]);
  });

  it("has the logger's fields in a request’s line, and the field codeCache only in the first line", async () => {
    const [environment] = await startEnvironments(1, 'listProducts', { ...variables, LOG_SQL: 'true' });
    await environment?.call();
    const [statement, request] = await vi.waitUntil(
      () => environment?.log.length === 2 && environment.log.map((line) => JSON.parse(line)),
      waiting,
    );
    const { sampling_rate: _, sql, durationMs, codeCache, ...usual } = statement;
    expect([codeCache, request.codeCache]).toEqual(['miss', undefined]);
    for (const [name, value] of Object.entries(usual)) {
      if (name === 'message') continue;
      if (name === 'timestamp') expect(request[name]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      else expect(request[name], name).toBe(value);
    }
    expect(Object.keys(usual)).toEqual(expect.arrayContaining(['level', 'timestamp', 'service', 'requestId', 'xray_trace_id']));
  });

  it('has every statement with its request ID if LOG_SQL is true, and otherwise statements that take SLOW_STATEMENT_MS or longer', async () => {
    const [environment] = await startEnvironments(1, 'listProducts', { ...variables, LOG_SQL: 'true' });
    const [slow] = await startEnvironments(1, 'listProducts', { ...variables, SLOW_STATEMENT_MS: '20', POWERTOOLS_LOG_LEVEL: 'WARN' });
    for (let count = 0; count < 2; count++) await environment?.call({ query: { search: 'secret' } });
    await whileLocked('products', 50, async () => void (await slow?.call()));
    await vi.waitUntil(() => environment?.log.filter((line) => line.includes('"statement"')).length === 2 && slow?.log.length, waiting);
    const lines = (environment?.log ?? []).map((line) => JSON.parse(line));
    const [statements, requests] = ['statement', 'request'].map((message) => lines.filter((line) => line.message === message));
    expect(statements?.map(({ requestId }) => requestId)).toEqual(requests?.map(({ requestId }) => requestId));
    expect(environment?.log.join()).not.toContain('secret');
    expect(slow?.log.join()).toMatch(/"slow statement".*select/);
  });
});
