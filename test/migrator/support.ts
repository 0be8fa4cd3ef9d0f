import pg from 'pg';
import { readConfig } from '../../lib/config.ts';
import { databaseAddress } from '../../lib/database/pool/address.ts';
import { duringInvocation } from '../../lib/invocation.ts';
import { type Bundle, bundle as release } from '../../lib/migrator/bundle.ts';
import { readCommand } from '../../lib/migrator/commands/command.ts';
import { carryOut } from '../../lib/migrator/migrate.ts';
import type { Migration } from '../../migrations/migration.ts';
import { emptyDatabase } from '../support/emptyDatabase.ts';

/** A migration that sends these statements. */
export function sends(up: string, down = 'select 1'): Migration {
  return {
    up: async ({ sequelize, transaction }) => void (await sequelize.query(up, { transaction })),
    down: async ({ sequelize, transaction }) => void (await sequelize.query(down, { transaction })),
  };
}

/** A migration of statements that take no transaction. */
export function alone(...up: readonly string[]): Migration {
  return { transactional: false, up, down: [] };
}

/** A release of these migrations. The checksum of each is its name, unless another is given. */
export function releaseOf(steps: Readonly<Record<string, Migration>>, checksums: Readonly<Record<string, string>> = {}): Bundle {
  const migrations = Object.entries(steps).map(([name, step]) => ({ name, step }));
  return { migrations, seeds: [], checksums: { ...Object.fromEntries(migrations.map(({ name }) => [name, name])), ...checksums } };
}

/** SQL that goes on once the table `go` is there: a step that takes as long as the test wants it to. */
export const untilTold = `do $$ begin
  while not exists (select from pg_class where relname = 'go') loop perform pg_sleep(0.01); end loop;
end $$`;

/**
 * An empty database, and `migrate` on it: with this release's migrations or others, in an invocation that has as long as the test says.
 * `options` are of `create database`.
 */
export async function migratable(options = '') {
  const { url, sequelize } = await emptyDatabase(options);
  const address = await databaseAddress(readConfig({ MIGRATION_DATABASE_URL: url }).migrationDatabase);
  const migrate = (event: object, bundle: Bundle = release, remainingMs = () => 600_000) =>
    duringInvocation({ requestId: crypto.randomUUID(), remainingMs }, () => carryOut(readCommand(event), address, bundle));
  return { url, address, sequelize, migrate };
}

/** A connection of its own to the database behind `url`, as the schema's owner. */
export async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Waits until `look` finds something. */
export async function until<Result>(look: () => Promise<Result | undefined | false>, forMs = 25_000): Promise<Result> {
  const deadline = Date.now() + forMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`waited ${forMs} ms in vain`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The message of what `work` threw; '' when it did not. */
export function messageOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => '',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}
