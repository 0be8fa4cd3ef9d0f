import { execFile } from 'node:child_process';
import { chown, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { queryOnce, withClient } from './client.ts';
import { serverHome } from './home.ts';
import { type Postgres, startPostgres } from './postgres.ts';
import { serverUser } from './serverUser.ts';

const run = promisify(execFile);

interface Options {
  /** The superuser's connection URL for the primary, which is a running server on this machine. */
  readonly primaryUrl: string;
  /** A folder that only the standby uses. */
  readonly directory: string;
  /** Server settings. `max_connections` must be at least the primary's. */
  readonly settings?: Readonly<Record<string, string | number>>;
  readonly onLog?: (line: string) => void;
}

/** A standby that follows a primary by streaming replication and serves reads. */
export interface Standby {
  /** Returns the running server, which is a new object after a restart. */
  readonly server: () => Postgres;
  /** Kills all processes of the server, as a crash does, and waits until they have ended. */
  readonly crash: () => Promise<void>;
  /** Starts the server again on the same port after a crash. */
  readonly restart: () => Promise<void>;
  /** Waits until the standby has replayed what the primary has written so far. */
  readonly caughtUp: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a standby on a copy of a running primary's data. Makes the copy itself, because the embedded server has no pg_basebackup. Both servers
 * have the same users and passwords. A replication slot on the primary keeps the WAL that the standby still needs.
 * https://www.postgresql.org/docs/17/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP
 */
export async function startStandby({ primaryUrl, directory, settings = {}, onLog }: Options): Promise<Standby> {
  const primary = new URL(primaryUrl);
  const slot = 'standby';
  await copy(primaryUrl, directory, slot);
  const follow = {
    hot_standby: 'on',
    primary_slot_name: slot,
    primary_conninfo: `host=${primary.hostname} port=${primary.port} user=${primary.username} password=${primary.password}`,
  };
  const start = (port?: number) =>
    startPostgres({ directory, settings: { ...follow, ...settings }, ...(onLog && { onLog }), ...(port !== undefined && { port }) });
  let server = await start();
  return {
    server: () => server,
    crash: async () => {
      process.kill(server.pid, 'SIGQUIT');
      await server.ended;
    },
    restart: async () => {
      server = await start(server.port);
    },
    caughtUp: async () => {
      const [written] = await queryOnce<{ lsn: string }>(primaryUrl, 'select pg_current_wal_insert_lsn() as lsn');
      const replayed = `select pg_last_wal_replay_lsn() >= '${written?.lsn}' as done`;
      while (!(await queryOnce<{ done: boolean }>(server.url('postgres'), replayed))[0]?.done) await sleep(50);
    },
    stop: () => server.stop(),
  };
}

async function copy(primaryUrl: string, directory: string, slot: string): Promise<void> {
  const user = serverUser();
  const data = path.join(await serverHome(directory, user), 'data');
  const label = await withClient(primaryUrl, async (client) => {
    const { rows: places } = await client.query<{ data_directory: string }>('show data_directory');
    await client.query('select pg_create_physical_replication_slot($1, true)', [slot]);
    // Only this session can end the backup.
    await client.query(`select pg_backup_start('standby', true)`);
    // Keeps the owner of the files, because PostgreSQL runs as another user if this process is root.
    await run('cp', ['-Rp', places[0]?.data_directory ?? '', data]);
    const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
    return rows[0]?.labelfile ?? '';
  });
  // The standby must not use these files of the primary. It receives the WAL by streaming, because a WAL file that is copied while the primary
  // writes it may be incomplete.
  for (const file of ['postmaster.pid', 'postmaster.opts']) await rm(path.join(data, file), { force: true });
  for (const folder of ['pg_wal', 'pg_replslot']) await empty(path.join(data, folder));
  for (const [file, content] of [
    ['backup_label', label],
    ['standby.signal', ''],
  ] as const) {
    await writeFile(path.join(data, file), content, { mode: 0o600 });
    if (user) await chown(path.join(data, file), user.uid, user.gid);
  }
  const { username, password } = new URL(primaryUrl);
  const superuser = { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  await writeFile(path.join(directory, 'superuser.json'), JSON.stringify(superuser), { mode: 0o600 });
}

/** Removes a folder's content. Keeps the subfolders of pg_wal, such as `archive_status`, which the server expects. */
async function empty(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isFile() || folder.endsWith('pg_replslot')) await rm(path.join(folder, entry.name), { recursive: true });
  }
}
