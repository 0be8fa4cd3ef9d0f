import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, vi } from 'vitest';
import { freePort } from '../../local/postgres/freePort.ts';
import { serverUser } from '../../local/postgres/serverUser.ts';
import { dyingWithParent } from '../../local/process/parentDeath.ts';
import type { Login } from '../setup/owner.ts';

/** Whether PgBouncer is installed. On Debian: `apt-get install pgbouncer`. */
export const pgBouncerIsInstalled = spawnSync('pgbouncer', ['--version']).status === 0;

interface Options {
  readonly login: Login;
  /** The statement that PgBouncer sends first on each of its connections to the server, such as the session's settings. */
  readonly connectQuery?: string;
}

/** Starts PgBouncer in transaction mode with 5 connections to the server, and returns its port. It ends with the test file. */
export async function startPgBouncer(server: { host: string; port: number }, { login, connectQuery }: Options): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'orders-pgbouncer-'));
  await chmod(folder, 0o755);
  const port = await freePort();
  const query = connectQuery ? ` connect_query='${connectQuery}'` : '';
  const settings = {
    listen_addr: '127.0.0.1',
    listen_port: port,
    unix_socket_dir: '',
    auth_type: 'scram-sha-256',
    auth_file: path.join(folder, 'users.txt'),
    pool_mode: 'transaction',
    default_pool_size: 5,
    max_client_conn: 200,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  const database = `orders = host=${server.host} port=${server.port} dbname=orders${query}`;
  await writeFile(path.join(folder, 'pgbouncer.ini'), ['[databases]', database, '[pgbouncer]', ...lines, ''].join('\n'));
  await writeFile(settings.auth_file, `"${login.user}" "${login.password}"\n`);
  const { command, args, user } = dyingWithParent('KILL', 'pgbouncer', ['-q', path.join(folder, 'pgbouncer.ini')], serverUser());
  const bouncer = spawn(command, args, { ...user, stdio: 'ignore' });
  afterAll(async () => {
    const ended = bouncer.exitCode === null ? once(bouncer, 'exit') : undefined;
    bouncer.kill('SIGKILL');
    await ended;
    await rm(folder, { recursive: true, force: true });
  });
  await vi.waitUntil(() => answers(port), { timeout: 60_000 });
  return port;
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  return once(socket, 'connect')
    .then(
      () => true,
      () => false,
    )
    .finally(() => socket.destroy());
}
