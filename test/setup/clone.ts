import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject, vi } from 'vitest';
import { addressFor } from './owner.ts';
import { cloneTemplate } from './template.ts';

// Test files share a process and its loaded packages, because loading them is most of a small file's time. Our own modules load anew.
vi.resetModules();
const { database } = await import('../../lib/database/database.ts');
const environment = { ...process.env };

// Each test file has its own database. The environment variables point the functions to it, as in a deployment.
const adminUrl = inject('adminUrl');
const owner = inject('owner');
const name = `test_${randomBytes(6).toString('hex')}`;

const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
await cloneTemplate(admin, name, owner);

process.env['STAGE'] = 'local';
process.env['STATEMENT_BUDGET'] = 'error';
// On a busy machine any statement can be slow, and tests do not expect the warning.
process.env['SLOW_STATEMENT_MS'] = '900000';
process.env['POWERTOOLS_METRICS_DISABLED'] = 'true';
process.env['DATABASE_URL'] = addressFor(adminUrl, name, inject('api'));
process.env['MIGRATION_DATABASE_URL'] = addressFor(adminUrl, name, owner);

afterAll(async () => {
  await (await database()).sequelize.close();
  await admin.query(`drop database ${name} with (force)`);
  await admin.end();
  for (const variable of Object.keys(process.env)) if (!(variable in environment)) delete process.env[variable];
  Object.assign(process.env, environment);
});
