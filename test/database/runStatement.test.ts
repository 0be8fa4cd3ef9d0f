import pg from 'pg';
import { expect, it } from 'vitest';
import { runStatement } from '../../lib/database/runStatement.ts';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import { duringInvocation } from '../../lib/invocation.ts';

const value = `select timestamptz '2026-01-31 12:34:56.789012+00' as "time", 9007199254740991 as whole, date '2026-01-31' as day, '{"a":[1]}'::jsonb as json`;

it('returns times as text, and other types as Sequelize does on the same connection', async () => {
  const [raw, sequelize] = await withDatabase(async (db) => [
    await runStatement(db, value, []),
    await db.sequelize.query(value, { plain: true }),
  ]);
  expect(raw).toEqual([{ time: '2026-01-31 12:34:56.789012+00', whole: 9_007_199_254_740_991, day: '2026-01-31', json: { a: [1] } }]);
  expect(sequelize).toEqual({ ...raw[0], time: new Date('2026-01-31T12:34:56.789Z') });
});

it('rejects with the server’s error, whose stack names the caller, and keeps the connection', async () => {
  const outcome = await duringInvocation({ requestId: 'test', remainingMs: () => 20_000 }, async ({ database }) => {
    await withDatabase((db) => runStatement(db, 'select 1', []));
    const opened = database.connectionsOpened;
    const error: unknown = await withDatabase((db) => runStatement(db, 'select 1 / $1::int', [0])).catch((error: unknown) => error);
    const rows = await withDatabase((db) => runStatement(db, 'select 1 / $1::int as quotient', [1]));
    return { error, rows, statements: database.statements, openedLater: database.connectionsOpened - opened };
  });
  expect(outcome).toMatchObject({ error: { code: '22012' }, rows: [{ quotient: 1 }], statements: 3, openedLater: 0 });
  expect(Object(outcome.error).stack).toMatch(/at runStatement[\s\S]*at withDatabase/);
});

it('the client rejects an option or an argument that it would ignore, and values that are not an array', async () => {
  const outcomes = await withDatabase(async ({ sequelize }) => {
    const connection = await sequelize.connectionManager.getConnection({ type: 'write', useMaster: true });
    if (!(connection instanceof pg.Client)) throw new TypeError('not a client');
    const client = connection;
    const calls = [
      () => client.query({ text: 'select 1', rowMode: 'array' }),
      () => client.query({ text: 'select $1::int' }, [1]),
      () => client.query('select 1', Object('not an array')),
    ];
    const messages = [];
    for (const call of calls) messages.push(await (async () => call())().catch(({ message }: Error) => message));
    sequelize.connectionManager.releaseConnection(connection);
    return messages;
  });
  expect(outcomes).toEqual([
    'Remove the option rowMode: it is not supported here',
    'Put the values into the query object, and await the promise',
    'Query values must be an array',
  ]);
});
