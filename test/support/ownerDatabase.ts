import { afterAll } from 'vitest';
import { config } from '../../lib/config.ts';
import { databaseAddress } from '../../lib/database/pool/address.ts';
import { openSequelize } from '../../lib/database/pool/sequelize.ts';
import type { Database } from '../../lib/database/types.ts';
import { defineModels } from '../../lib/models/index.ts';

let current: Promise<Database> | undefined;

/** Connects to this file's database as the schema's owner, for rows that the API's role must not read or write. */
export function ownerDatabase(): Promise<Database> {
  current ??= open();
  return current;
}

async function open(): Promise<Database> {
  const sequelize = await openSequelize(await databaseAddress(config().migrationDatabase), { poolMax: 1, queryTimeoutMs: 0 });
  return { sequelize, ...defineModels(sequelize) };
}

afterAll(async () => {
  await (await current)?.sequelize.close();
});
