import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { database } from '../../lib/database/database.ts';
import { addressFor, admitOnlyApi } from './owner.ts';
import { template } from './template.ts';

// Each test file has a database of its own, and functions configured for it as a deployed one is: by the environment.
const adminUrl = inject('adminUrl');
const owner = inject('owner');
const name = `test_${randomBytes(6).toString('hex')}`;

const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
await admin.query(`create database ${name} template ${template} owner ${owner.user}`);
await admitOnlyApi(admin, name);

process.env['STAGE'] = 'local';
process.env['STATEMENT_BUDGET'] = 'error';
process.env['POWERTOOLS_METRICS_DISABLED'] = 'true';
process.env['DATABASE_URL'] = addressFor(adminUrl, name, inject('api'));
process.env['MIGRATION_DATABASE_URL'] = addressFor(adminUrl, name, owner);

afterAll(async () => {
  await (await database()).sequelize.close();
  await admin.query(`drop database ${name} with (force)`);
  await admin.end();
});
