import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { queryOnce } from '../../local/postgres/client.ts';
import { addressFor, apiLogin, type Login, ownerLogin } from './owner.ts';
import { type ServerKind, startFirstServer } from './startServer.ts';
import { makeTemplate, template } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The superuser's URL of the database `postgres`. */
    readonly adminUrl: string;
    readonly owner: Login;
    readonly api: Login;
    /** The kind of server. A test that needs a separate server starts the same kind by default. */
    readonly serverKind: ServerKind;
    /** A data directory with the template, which other servers copy; null for containers. */
    readonly serverFiles: string | null;
  }
}

// 200 connections are enough for all test files. A test that uses up a server's connections starts a separate server. fsync is off, because no data
// is needed after the run, and with fsync every clone of a database would wait for the disk.
const settings = { max_connections: 200, timezone: 'UTC', fsync: 'off' };

/** Starts PostgreSQL with a migrated template that test files clone. Returns a function that stops it. Does nothing if no test file clones it. */
export async function startRunServer({ vitest }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const cloning = vitest.projects.filter(({ config }) => config.setupFiles.some((file) => path.basename(file) === 'clone.ts'));
  if (cloning.length === 0) return undefined;
  const owner = ownerLogin();
  const api = apiLogin();
  const server = await startFirstServer(settings, (adminUrl) =>
    makeTemplate(adminUrl, { owner, api, migrate: (url) => migrate(url, api) }),
  );
  console.log(`Test database: ${server.described}`);
  const [version] = await queryOnce(server.adminUrl, 'show server_version');
  console.log(`PostgreSQL ${version?.['server_version']} ready`);
  vitest.provide('adminUrl', server.adminUrl);
  vitest.provide('owner', owner);
  vitest.provide('api', api);
  vitest.provide('serverKind', server.kind);
  vitest.provide('serverFiles', server.files ?? null);
  return server.stop;
}

/** Migrates with the function that a deploy runs. */
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
