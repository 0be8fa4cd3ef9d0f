import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Postgres } from './postgres.ts';

const owner = 'orders_owner';
const database = 'orders';

/** What PostgreSQL stores of a password (RFC 5803): the password itself never shows in a log or in pg_stat_activity. */
function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const iterations = 4096;
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const clientKey = createHmac('sha256', salted).update('Client Key').digest();
  const storedKey = createHash('sha256').update(clientKey).digest('base64');
  const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}

/**
 * Makes the database `orders` and its owner `orders_owner`, who is no superuser but may make roles, where they do not exist
 * yet. Answers the owner's connection URL; the password is a new one each time.
 */
export async function createOrdersDatabase(postgres: Postgres): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  const client = new pg.Client({ connectionString: postgres.url('postgres') });
  await client.connect();
  try {
    const roles = await client.query('select from pg_roles where rolname = $1', [owner]);
    const verb = roles.rowCount === 0 ? 'create' : 'alter';
    await client.query(`${verb} role ${owner} login createrole nosuperuser password ${pg.escapeLiteral(scramVerifier(password))}`);
    const databases = await client.query('select from pg_database where datname = $1', [database]);
    if (databases.rowCount === 0) await client.query(`create database ${database} owner ${owner}`);
  } finally {
    await client.end();
  }
  return postgres.url(database, owner, password);
}
