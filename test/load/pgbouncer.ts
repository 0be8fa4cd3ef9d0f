import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../../local/failure.ts';
import { freePort } from '../../local/postgres/freePort.ts';
import { serverUser } from '../../local/postgres/serverUser.ts';
import { dyingWithParent } from '../../local/process/parentDeath.ts';

/** Whether PgBouncer is installed. On Debian: `apt-get install pgbouncer`. */
export const pgbouncerIsInstalled = spawnSync('pgbouncer', ['--version'], { stdio: 'ignore' }).status === 0;

/** Throws a Failure if PgBouncer is not installed. */
export function requirePgbouncer(): void {
  if (!pgbouncerIsInstalled)
    throw new Failure('The profile proxy needs PgBouncer: run apt-get install pgbouncer, or compare other profiles');
}

/**
 * Starts PgBouncer in transaction mode in front of a database, with at most `poolSize` connections to the server. PgBouncer sends `connectQuery` first
 * on each of these connections. It ends when this process ends.
 */
export async function startPgbouncer(
  databaseUrl: string,
  poolSize: number,
  connectQuery?: string,
): Promise<{ port: number; stop(): Promise<void> }> {
  const target = new URL(databaseUrl);
  const port = await freePort();
  const user = serverUser();
  const directory = await mkdtemp(path.join(tmpdir(), 'orders-pgbouncer-'));
  const users = path.join(directory, 'users.txt');
  const settings = path.join(directory, 'pgbouncer.ini');
  const name = decodeURIComponent(target.username);
  await writeFile(users, `"${name}" "${decodeURIComponent(target.password)}"\n`, { mode: 0o600 });
  await writeFile(
    settings,
    `[databases]
* = host=${target.hostname} port=${target.port} pool_size=${poolSize}${connectQuery === undefined ? '' : ` connect_query='${connectQuery}'`}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
pool_mode = transaction
auth_type = scram-sha-256
auth_file = ${users}
max_client_conn = 1000
log_connections = 0
log_disconnections = 0
log_pooler_errors = 0
`,
    { mode: 0o600 },
  );
  if (user !== undefined) for (const file of [directory, users, settings]) await chown(file, user.uid, user.gid);
  const line = dyingWithParent('KILL', 'pgbouncer', ['--quiet', settings], user);
  const child = spawn(line.command, line.args, { ...line.user, stdio: 'ignore', detached: true });
  const exited = once(child, 'exit');
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await exited;
    await rm(directory, { recursive: true, force: true });
  };
  for (let attempt = 0; attempt < 100 && child.exitCode === null; attempt++) {
    if (await answers(port)) return { port, stop };
    await sleep(50);
  }
  await stop();
  throw new Failure(`PgBouncer did not start: it ended with ${child.exitCode ?? child.signalCode}`);
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
