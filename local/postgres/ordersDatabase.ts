import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { scramVerifier } from '../../lib/scramVerifier.ts';
import { withClient } from './client.ts';
import type { Postgres } from './postgres.ts';

const owner = 'orders_owner';
const api = 'orders_api';
const database = 'orders';

/** The connection URLs of the functions. */
export interface DatabaseUrls {
  /** For `migrate`, as the schema's owner. */
  readonly owner: string;
  /** For the API. `migrate` creates its role and sets this password. */
  readonly api: string;
}

/**
 * Creates the database `orders` and its owner `orders_owner` if they do not exist. The owner may create roles but is not a superuser. Each call
 * sets new passwords.
 */
export async function createOrdersDatabase(postgres: Postgres): Promise<DatabaseUrls> {
  const password = randomBytes(24).toString('base64url');
  await withClient(postgres.url('postgres'), async (client) => {
    const roles = await client.query('select from pg_roles where rolname = $1', [owner]);
    const verb = roles.rowCount === 0 ? 'create' : 'alter';
    await client.query(`${verb} role ${owner} login createrole nosuperuser password ${pg.escapeLiteral(scramVerifier(password))}`);
    const databases = await client.query('select from pg_database where datname = $1', [database]);
    if (databases.rowCount === 0) await client.query(`create database ${database} owner ${owner}`);
  });
  return { owner: postgres.url(database, owner, password), api: postgres.url(database, api, randomBytes(24).toString('base64url')) };
}
