import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { addressFor, apiLogin, type Login, ownerLogin } from './owner.ts';
import { type ServerKind, startFirstServer } from './startServer.ts';
import { makeTemplate, template } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The superuser's address of the database `postgres`. */
    readonly adminUrl: string;
    readonly owner: Login;
    readonly api: Login;
    /** Where servers run: a test that needs one of its own starts the same kind. */
    readonly serverKind: ServerKind;
    /** The files of a server with the template, for another to begin with; null where there are none. */
    readonly serverFiles: string | null;
  }
}

// Every test file may hold a few connections, and some tests fill what they are given: they bring a server of their own.
// Without fsync: nothing of it outlives the run, and every clone of a database would wait for the disk.
const settings = { max_connections: 200, timezone: 'UTC', fsync: 'off' };

/** Starts PostgreSQL, with a migrated template that each test file clones, and returns what stops it; not for projects whose files clone nothing. */
export async function startRunServer({ vitest }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const cloning = vitest.projects.filter(({ config }) => config.setupFiles.some((file) => path.basename(file) === 'clone.ts'));
  if (cloning.length === 0) return undefined;
  const owner = ownerLogin();
  const api = apiLogin();
  const server = await startFirstServer(settings, (adminUrl) =>
    makeTemplate(adminUrl, { owner, api, migrate: (url) => migrate(url, api) }),
  );
  console.log(`Test database: ${server.described}`);
  const admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  const { rows } = await admin.query<{ server_version: string }>('show server_version');
  await admin.end();
  console.log(`PostgreSQL ${rows[0]?.server_version} ready`);
  vitest.provide('adminUrl', server.adminUrl);
  vitest.provide('owner', owner);
  vitest.provide('api', api);
  vitest.provide('serverKind', server.kind);
  vitest.provide('serverFiles', server.files ?? null);
  return server.stop;
}

/** Through the function that deploys run. */
async function migrate(ownerUrl: string, api: Login): Promise<void> {
  process.env['STAGE'] = 'local';
  process.env['DATABASE_URL'] = addressFor(ownerUrl, template, api);
  process.env['MIGRATION_DATABASE_URL'] = ownerUrl;
  process.env['POWERTOOLS_LOG_LEVEL'] = 'SILENT';
  const { handler } = await import('../../functions/migrate.ts');
  await handler({ command: 'up' }, { awsRequestId: 'template', getRemainingTimeInMillis: () => 60_000 });
  delete process.env['DATABASE_URL'];
  delete process.env['MIGRATION_DATABASE_URL'];
}
