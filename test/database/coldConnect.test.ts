import { expect, it, vi } from 'vitest';
import { call } from '../support/call.ts';
import { ownServer } from '../support/ownServer.ts';

const server = await ownServer({ log_statement: 'all', log_connections: 'on' });

it('a cold start opens one connection and sends only the request’s statement', async () => {
  vi.stubEnv('DATABASE_URL', server.apiUrl);
  vi.resetModules();
  const { handler } = await import('../../functions/getProduct.ts');
  const { database } = await import('../../lib/database/database.ts');
  const log = await server.logOf(async () => {
    expect(await call(handler, { path: { productId: '1' } })).toMatchObject({ status: 404 });
    await (await database()).sequelize.close();
  });
  // Only the first line of a log entry begins with process, user and application.
  const ofApi = log.filter((line) => line.includes('|orders_api|'));
  expect(ofApi.filter((line) => line.includes('connection authorized: '))).toHaveLength(1);
  const sent = ofApi.filter((line) => / LOG: {2}(statement|execute .*?): /.test(line));
  expect(sent).toHaveLength(1);
  expect(log.join('\n')).toMatch(/ LOG: {2}execute \w+: select [^|]* from products product/);
});
