import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';

/** Returns a client that is connected during the tests of a file. By default, it connects to the file's database as the schema's owner. */
export function fileClient(connection: pg.ClientConfig = { connectionString: process.env['MIGRATION_DATABASE_URL'] ?? '' }): pg.Client {
  const client = new pg.Client(connection);
  beforeAll(async () => void (await client.connect()));
  afterAll(() => client.end());
  return client;
}
