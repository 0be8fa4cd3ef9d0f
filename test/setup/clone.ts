import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { database } from '../../lib/database/database.ts';
import { addressFor } from './owner.ts';
import { template } from './template.ts';

// Each test file has a database of its own, and functions configured for it as a deployed one is: by the environment.
const adminUrl = inject('adminUrl');
const owner = inject('owner');
const name = `test_${randomBytes(6).toString('hex')}`;

const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
await admin.query(`create database ${name} template ${template} owner ${owner.user}`);

process.env['STAGE'] = 'local';
process.env['DATABASE_URL'] = addressFor(adminUrl, name, owner);
process.env['MIGRATION_DATABASE_URL'] = process.env['DATABASE_URL'];

afterAll(async () => {
  await (await database()).sequelize.close();
  await admin.query(`drop database ${name} with (force)`);
  await admin.end();
});
