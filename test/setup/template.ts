import pg from 'pg';
import { addressFor, type Login } from './owner.ts';

export const template = 'orders_template';

/** Migrates once, through the function that deploys run; each test file clones what came out. */
export async function migrateTemplate(adminUrl: string, owner: Login, api: Login): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`create database ${template} owner ${owner.user}`);
  process.env['STAGE'] = 'local';
  process.env['DATABASE_URL'] = addressFor(adminUrl, template, api);
  process.env['MIGRATION_DATABASE_URL'] = addressFor(adminUrl, template, owner);
  process.env['POWERTOOLS_LOG_LEVEL'] = 'SILENT';
  const { handler } = await import('../../functions/migrate.ts');
  await handler({ command: 'up' }, { awsRequestId: 'template', getRemainingTimeInMillis: () => 60_000 });
  delete process.env['DATABASE_URL'];
  delete process.env['MIGRATION_DATABASE_URL'];
  // The API works in clones: to it this is one of our other databases.
  await admin.query(`revoke connect on database ${template} from ${api.user}`);
  await admin.end();
}
