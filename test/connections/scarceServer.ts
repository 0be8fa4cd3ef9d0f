import { type OwnServer, ownServer } from '../support/ownServer.ts';

/** Starts a server with 50 products. 36 of its 39 slots are free, and three are reserved for superusers. */
export async function scarceServer(): Promise<{ server: OwnServer; variables: { DATABASE_URL: string; POWERTOOLS_LOG_LEVEL: string } }> {
  const server = await ownServer({ max_connections: 39 });
  await server.asAdmin(`insert into products (name, price_in_cents) select 'Teapot ' || n, n from generate_series(1, 50) as n`);
  return { server, variables: { DATABASE_URL: server.apiUrl, POWERTOOLS_LOG_LEVEL: 'ERROR' } };
}
