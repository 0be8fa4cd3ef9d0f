import { expect, it, vi } from 'vitest';
import { call } from '../support/call.ts';
import { ownServer } from '../support/ownServer.ts';

const server = await ownServer({ log_statement: 'all', log_connections: 'on', log_disconnections: 'on' });

it('a cold start makes one connection and sends nothing but the request’s own statement', async () => {
  vi.stubEnv('DATABASE_URL', server.apiUrl);
  vi.resetModules();
  const { handler } = await import('../../functions/getProduct.ts');
  const { database } = await import('../../lib/database/database.ts');
  const before = server.log.length;
  expect(await call(handler, { path: { productId: '1' } })).toMatchObject({ status: 404 });
  await (await database()).sequelize.close();
  // The API's alone: what the owner did before may reach us late, for a container's log is a stream of its own.
  const since = () => server.log.slice(before).filter((line) => line.includes('|orders_api|'));
  await vi.waitUntil(() => since().some((line) => line.includes('disconnection: ')), { timeout: 5_000 });

  expect(since().filter((line) => line.includes('connection authorized: '))).toHaveLength(1);
  const sent = since().filter((line) => / LOG: {2}(statement|execute .*?): /.test(line));
  expect(sent).toHaveLength(1);
  // Of a statement of several lines only the first says whose it is.
  expect(server.log.slice(before).join('\n')).toMatch(/ LOG: {2}execute \w+: select [^|]* from products product/);
});
