import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';

/** Returns a connection that is open during the tests of a file: as the schema's owner to the file's database, unless `connection` names another. */
export function fileClient(connection: pg.ClientConfig = { connectionString: process.env['MIGRATION_DATABASE_URL'] ?? '' }): pg.Client {
  const client = new pg.Client(connection);
  beforeAll(async () => void (await client.connect()));
  afterAll(() => client.end());
  return client;
}
