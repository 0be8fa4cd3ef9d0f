import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Sequelize } from 'sequelize';
import { afterAll, inject, vi } from 'vitest';
import { readConfig } from '../../lib/config.ts';
import { databaseAddress } from '../../lib/database/pool/address.ts';
import { openSequelize } from '../../lib/database/pool/sequelize.ts';
import { queryOnce, withClient } from '../../local/postgres/client.ts';
import { addressFor } from '../setup/owner.ts';
import { cloneTemplate } from '../setup/template.ts';

interface TestDatabase {
  readonly url: string;
  /** Has one connection, as the schema's owner. Closes at the end of the test file. */
  readonly sequelize: Sequelize;
}

const made: { name: string; sequelize: Sequelize }[] = [];

/** Creates an empty database for the schema's owner, and drops it after the test file. `options` are added to `create database`. */
export async function emptyDatabase(options = ''): Promise<TestDatabase> {
  return madeBy((admin, name) =>
    admin.query(`create database ${name} template template0 strategy file_copy owner ${inject('owner').user} ${options}`),
  );
}

/** Creates a database with all migrations, as a copy of the template. Migrating would take ten times as long as the copy. */
export async function migratedDatabase(): Promise<TestDatabase> {
  return madeBy((admin, name) => cloneTemplate(admin, name, inject('owner')));
}

async function madeBy(make: (admin: pg.Client, name: string) => Promise<unknown>): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withClient(inject('adminUrl'), (admin) => make(admin, name));
  const url = addressFor(inject('adminUrl'), name, inject('owner'));
  const address = await databaseAddress(readConfig({ MIGRATION_DATABASE_URL: url }).migrationDatabase);
  const sequelize = await openSequelize(address, { poolMax: 1, queryTimeoutMs: 0 });
  made.push({ name, sequelize });
  return { url, sequelize };
}

/** Loads `migrate` as a new environment does, configured for this database and stage. */
export async function migrateFor(url: string, stage = 'local') {
  vi.stubEnv('MIGRATION_DATABASE_URL', url);
  vi.stubEnv('STAGE', stage);
  vi.resetModules();
  try {
    const { migrate } = await import('../../lib/migrator/migrate.ts');
    const { config } = await import('../../lib/config.ts');
    config();
    return migrate;
  } finally {
    vi.unstubAllEnvs();
  }
}

afterAll(async () => {
  for (const { name, sequelize } of made) {
    await sequelize.close();
    await queryOnce(inject('adminUrl'), `drop database ${name} with (force)`);
  }
});
