import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { apiLogin, type Login, makeOwner } from './owner.ts';
import { type ServerKind, startFirstServer } from './startServer.ts';
import { migrateTemplate } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The superuser's address of the database `postgres`. */
    readonly adminUrl: string;
    readonly owner: Login;
    readonly api: Login;
    /** Where servers run: a test that needs one of its own starts the same kind. */
    readonly serverKind: ServerKind;
  }
}

// Every test file may hold a few connections, and some tests fill what they are given: they bring a server of their own.
const settings = { max_connections: 200, timezone: 'UTC' };

/** Starts PostgreSQL once for the run, with a migrated template that each test file clones; not for projects whose files clone nothing. */
export default async function setup({ vitest }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const cloning = vitest.projects.filter(({ config }) => config.setupFiles.some((file) => path.basename(file) === 'clone.ts'));
  if (cloning.length === 0) return undefined;
  const server = await startFirstServer(settings);
  console.log(`Test database: ${server.described}`);
  const admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  const { rows } = await admin.query<{ server_version: string }>('show server_version');
  const owner = await makeOwner(admin);
  await admin.end();
  const api = apiLogin();
  await migrateTemplate(server.adminUrl, owner, api);
  console.log(`PostgreSQL ${rows[0]?.server_version} ready`);
  vitest.provide('adminUrl', server.adminUrl);
  vitest.provide('owner', owner);
  vitest.provide('api', api);
  vitest.provide('serverKind', server.kind);
  return server.stop;
}
