import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { removePostgres, startPostgres } from '../../local/postgres.ts';
import { containerEngineAnswers, startContainer } from './container.ts';
import { makeOwner, type Owner } from './owner.ts';
import { migrateTemplate } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The superuser's address of the database `postgres`. */
    readonly adminUrl: string;
    readonly owner: Owner;
  }
}

/** A server that the suite started, wherever it runs. */
interface Server {
  readonly adminUrl: string;
  readonly stop: () => Promise<void>;
}

// Every test file may hold a few connections, and some tests fill what they are given: they bring a server of their own.
const settings = { max_connections: 200, timezone: 'UTC' };

/** Starts PostgreSQL once for the run, with a migrated template that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer();
  const admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  const { rows } = await admin.query<{ server_version: string }>('show server_version');
  const owner = await makeOwner(admin);
  await admin.end();
  await migrateTemplate(server.adminUrl, owner);
  console.log(`PostgreSQL ${rows[0]?.server_version} ready`);
  project.provide('adminUrl', server.adminUrl);
  project.provide('owner', owner);
  return server.stop;
}

/** TEST_DATABASE says which: `container`, `embedded`, or unset for a container where an engine answers. */
async function startServer(): Promise<Server> {
  const wanted = process.env['TEST_DATABASE'];
  if (wanted === 'container' || (wanted !== 'embedded' && (await containerEngineAnswers()))) {
    const { adminUrl, image, stop } = await startContainer(settings);
    console.log(`Test database: container (${image})`);
    return { adminUrl, stop };
  }
  const directory = await mkdtemp(path.join(tmpdir(), 'orders-test-'));
  const postgres = await startPostgres({ directory, settings });
  console.log('Test database: embedded (no container engine answered, or TEST_DATABASE=embedded)');
  return {
    adminUrl: postgres.url('postgres'),
    stop: async () => {
      await postgres.stop();
      await removePostgres(directory);
      await rm(directory, { recursive: true, force: true });
    },
  };
}
