import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, inject, vi } from 'vitest';
import { queryOnce, withClient } from '../../local/postgres/client.ts';
import { addressFor, type Login } from '../setup/owner.ts';
import { type Server, type ServerKind, type Settings, startServer } from '../setup/startServer.ts';
import { makeTemplate, renameTemplate } from '../setup/template.ts';
import { migrateFor } from './emptyDatabase.ts';

/** A separate server for one test file, with the migrated database `orders`. */
export interface OwnServer extends Server {
  readonly owner: Login;
  readonly ownerUrl: string;
  readonly apiUrl: string;
  /** Returns the lines that the server logs during `work`. Each entry begins with process ID, user and application name: `7|orders_api|orders `. */
  readonly logOf: (work: () => Promise<unknown>) => Promise<string[]>;
  /** Runs one statement as superuser, in the database `orders`. */
  readonly asAdmin: <Row extends pg.QueryResultRow>(sql: string) => Promise<Row[]>;
}

/** Starts a separate server for tests that fill it, stop it or read its log. The server stops at the end of the file. */
export async function ownServer(settings: Settings = {}, kind: ServerKind = inject('serverKind')): Promise<OwnServer> {
  const log: string[] = [];
  // fsync is off, because no test needs the data after a power cut or measures the speed of writes.
  const always = { timezone: 'UTC', log_line_prefix: '%p|%u|%a ', fsync: 'off' };
  const files = kind === inject('serverKind') ? (inject('serverFiles') ?? undefined) : undefined;
  const onLog = (line: string) => log.push(line);
  const server = await startServer(kind, { settings: { ...always, ...settings }, files, onLog });
  afterAll(() => server.stop());
  const [owner, api] = [inject('owner'), inject('api')];
  if (files === undefined) {
    await makeTemplate(server.adminUrl, { owner, api, migrate: async (url) => (await migrateFor(url))({ command: 'up' }) });
  }
  await withClient(server.adminUrl, (admin) => renameTemplate(admin, 'orders'));
  const ownerUrl = addressFor(server.adminUrl, 'orders', owner);
  const adminOfOrders = new URL(server.adminUrl);
  adminOfOrders.pathname = '/orders';
  /** Returns the number of lines that the server has logged. Lines can arrive late, but in order, so the function logs a mark and waits for it. */
  const linesUntilNow = async () => {
    const mark = randomUUID();
    await queryOnce(adminOfOrders.href, `do $$ begin raise log 'mark ${mark}'; end $$`);
    const isMark = (line: string) => line.includes(`LOG:  mark ${mark}`);
    await vi.waitUntil(() => log.some(isMark), { timeout: 60_000 });
    return log.findIndex(isMark);
  };
  return {
    ...server,
    owner,
    ownerUrl,
    apiUrl: addressFor(server.adminUrl, 'orders', api),
    logOf: async (work) => {
      const before = await linesUntilNow();
      await work();
      return log.slice(before + 1, await linesUntilNow());
    },
    asAdmin: (sql) => queryOnce(adminOfOrders.href, sql),
  };
}
