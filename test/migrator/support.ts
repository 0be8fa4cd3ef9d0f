import pg from 'pg';
import { onTestFinished, vi } from 'vitest';
import { readConfig } from '../../lib/config.ts';
import { databaseAddress } from '../../lib/database/pool/address.ts';
import { duringInvocation } from '../../lib/invocation.ts';
import { type Bundle, bundle as release } from '../../lib/migrator/bundle.ts';
import { readCommand } from '../../lib/migrator/commands/command.ts';
import { runInSession } from '../../lib/migrator/migrate.ts';
import type { Migration } from '../../migrations/migration.ts';
import { emptyDatabase } from '../support/emptyDatabase.ts';

/** Returns a migration that sends these statements. */
export function sends(up: string, down = 'select 1'): Migration {
  return {
    up: async ({ sequelize, transaction }) => void (await sequelize.query(up, { transaction })),
    down: async ({ sequelize, transaction }) => void (await sequelize.query(down, { transaction })),
  };
}

/** Returns a migration whose statements run outside a transaction. */
export function alone(...up: readonly string[]): Migration {
  return { transactional: false, up, down: [] };
}

/** Returns a release of these migrations. The checksum of each is its name, unless another is given. */
export function releaseOf(steps: Readonly<Record<string, Migration>>, checksums: Readonly<Record<string, string>> = {}): Bundle {
  const migrations = Object.entries(steps).map(([name, step]) => ({ name, step }));
  return { migrations, seeds: [], checksums: { ...Object.fromEntries(migrations.map(({ name }) => [name, name])), ...checksums } };
}

/** SQL that waits until the table `go` exists, so that the test decides how long a step takes. */
export const untilTold = `do $$ begin
  while not exists (select from pg_class where relname = 'go') loop perform pg_sleep(0.01); end loop;
end $$`;

/**
 * Creates an empty database, and returns `migrate` for it. A test passes the migrations and the invocation's remaining time.
 * `options` are passed to `create database`.
 */
export async function migratable(options = '') {
  const { url, sequelize } = await emptyDatabase(options);
  const address = await databaseAddress(readConfig({ MIGRATION_DATABASE_URL: url }).migrationDatabase);
  const migrate = (event: object, bundle: Bundle = release, remainingMs = () => 600_000) =>
    duringInvocation({ requestId: crypto.randomUUID(), remainingMs }, () => runInSession(readCommand(event), address, bundle));
  return { url, address, sequelize, migrate };
}

/** Opens a separate connection to the database of `url`, until the test ends. A test may break the connection. */
export async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

/** Calls `look` until it returns a result, and returns that result. */
export const until = <Result>(look: () => Promise<Result>) => vi.waitUntil(look, { timeout: 25_000 });

/** Returns the message of the error that `work` threw; '' if it threw none. */
export function messageOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => '',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}
