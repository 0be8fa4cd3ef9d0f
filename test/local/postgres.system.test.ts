import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { root } from '../../local/directory.ts';
import { queryOnce } from '../../local/postgres/client.ts';
import { removePostgres, serverHome } from '../../local/postgres/home.ts';
import { createOrdersDatabase } from '../../local/postgres/ordersDatabase.ts';
import { type Postgres, startPostgres } from '../../local/postgres/postgres.ts';
import { serverUser } from '../../local/postgres/serverUser.ts';
import { needs } from '../support/needs.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { allEnded, isRunning, runModule } from './processes.ts';

const isRoot = process.getuid?.() === 0;
const user = isRoot ? { note: 'as root' } : { note: 'as an ordinary user' };

// fsync is off, because no test needs the data after a power cut.
const settings = { fsync: 'off' };

/** Creates a folder that the server's user can enter, and removes it with all of the server's files after the test. */
async function folder(): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'orders-pg-test-'));
  onTestFinished(() => removePostgres(directory));
  return directory;
}

// The folder of a stopped server. Another server starts with a copy of the folder, which is faster than initialising a new one.
let stopped: string | undefined;
afterAll(async () => void (stopped && (await removePostgres(stopped))));

describe(`a running server (${user.note})`, () => {
  let directory: string;
  let postgres: Postgres;
  const log: string[] = [];

  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'orders-pg-test-'));
    postgres = await startPostgres({ directory, settings: { max_connections: 37 }, onLog: (line) => log.push(line) });
  });
  afterAll(async () => {
    stopped = directory;
    await postgres.stop();
  });

  test('has UTC, UTF-8, scram passwords, the requested settings, and all settings for data safety', async () => {
    const names = [
      'timezone',
      'log_timezone',
      'server_encoding',
      'password_encryption',
      'max_connections',
      'listen_addresses',
      'unix_socket_directories',
      'fsync',
      'synchronous_commit',
      'full_page_writes',
    ];
    const rows = await queryOnce<{ name: string; setting: string }>(
      postgres.url('postgres'),
      `select lower(name) as name, setting from pg_settings where lower(name) in (${names.map((name) => `'${name}'`)})`,
    );
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      timezone: 'UTC',
      log_timezone: 'UTC',
      server_encoding: 'UTF8',
      password_encryption: 'scram-sha-256',
      max_connections: '37',
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
    });
  });

  test('converts upper and lower case beyond ASCII', async () => {
    expect(await queryOnce(postgres.url('postgres'), `select lower('ÄÖÜ') as lower, 'Straße Ü' ilike '%ü%' as found`)).toEqual([
      { lower: 'äöü', found: true },
    ]);
  });

  test('rejects connections without the password', async () => {
    for (const password of ['wrong', ''])
      await expect(queryOnce(postgres.url('postgres', 'postgres', password), 'select 1')).rejects.toThrow(/password/);
  });

  test('hides the password from other users', async () => {
    expect((await stat(path.join(directory, 'superuser.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(directory)).mode & 0o777).toBe(0o700);
  });

  test('does not run as root', async () => {
    const status = await readFile(`/proc/${postgres.pid}/status`, 'utf8');
    expect(status).not.toMatch(/^Uid:\s+0\s/m);
    expect(status).not.toMatch(/^Gid:\s+0\s/m);
  });

  test('passes the log of the server to the caller', () => {
    expect(log.join('\n')).toMatch(/database system is ready/);
  });

  test('creates the database orders, whose owner is not a superuser, and is safe to repeat', async () => {
    const { owner: first } = await createOrdersDatabase(postgres);
    await queryOnce(first, 'create table kept (id int)');
    const { owner: second } = await createOrdersDatabase(postgres);
    expect(await queryOnce(second, 'select rolname, rolsuper, rolcreaterole from pg_roles where rolname = current_user')).toEqual([
      { rolname: 'orders_owner', rolsuper: false, rolcreaterole: true },
    ]);
    expect(await queryOnce(second, "select pg_get_userbyid(datdba) as owner from pg_database where datname = 'orders'")).toEqual([
      { owner: 'orders_owner' },
    ]);
    expect(await queryOnce(second, 'select * from kept')).toEqual([]);
    await queryOnce(second, 'create role orders_test_role');
    await queryOnce(second, 'drop role orders_test_role');
  });
});

describe('several runs with one data directory', () => {
  let directory: string;

  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'orders-pg-test-'));
    if (stopped !== undefined) await promisify(execFile)('cp', ['-Rp', `${stopped}/.`, directory]);
  });
  afterAll(() => removePostgres(directory));

  test('a stopped server keeps its data for the next server, and leaves no process', async () => {
    const first = await startPostgres({ directory, settings });
    await queryOnce(first.url('postgres'), 'create table kept (id int)');
    const idle = new pg.Client({ connectionString: first.url('postgres') });
    idle.on('error', () => {});
    await idle.connect();
    await first.stop();
    await first.stop();
    await first.ended;
    expect(await isRunning(first.pid)).toBe(false);
    const second = await startPostgres({ directory, settings });
    expect(await queryOnce(second.url('postgres'), 'select * from kept')).toEqual([]);
    await second.stop();
  });

  test('the server ends when its parent is killed', async () => {
    const parent = await runModule(`
      import { startPostgres } from ${JSON.stringify(path.join(root, 'local/postgres/postgres.ts'))};
      const { pid } = await startPostgres({ directory: ${JSON.stringify(directory)}, settings: ${JSON.stringify(settings)} });
      console.log(pid);`);
    expect(await isRunning(Number(parent.line))).toBe(true);
    await parent.kill('SIGKILL');
    await allEnded([Number(parent.line)]);
  });

  test('stops the server of an earlier run first', async () => {
    // The first server still runs. This happens if the process that started the server crashes, on a system that sends no signal when a parent ends.
    const first = await startPostgres({ directory, settings });
    const second = await startPostgres({ directory, settings });
    expect(await isRunning(first.pid)).toBe(false);
    expect(second.pid).not.toBe(first.pid);
    await second.stop();
  });

  test('starts without stopping another process that has the process ID of a dead server', async () => {
    const data = path.join(directory, 'data');
    // The process belongs to the server's user, because PostgreSQL ignores the processes of other users.
    const bystander = spawn('sleep', ['3600'], isRoot ? { uid: (await stat(data)).uid } : {});
    onTestFinished(() => void bystander.kill('SIGKILL'));
    await once(bystander, 'spawn');
    await writeFile(path.join(data, 'postmaster.pid'), `${bystander.pid}\n${data}\n`);
    const postgres = await startPostgres({ directory, settings });
    await postgres.stop();
    expect(await isRunning(bystander.pid ?? 0)).toBe(true);
  });

  test('reports a broken data directory, and does not change it', async () => {
    const data = path.join(directory, 'data');
    await rm(path.join(data, 'global/pg_control'));
    const before = await readdir(data);
    await expect(startPostgres({ directory, settings })).rejects.toThrow(
      /^PostgreSQL did not start on .*data: could not find the database system/,
    );
    expect(await readdir(data)).toEqual(before);
  });
});

test('repeats an interrupted first start, and stops a running server when its folder is removed', async () => {
  const directory = await folder();
  await mkdir(path.join(directory, 'data.new/base'), { recursive: true });
  const postgres = await startPostgres({ directory, settings });
  expect(await readdir(directory)).toContain('data');
  expect(await readdir(directory)).not.toContain('data.new');
  await removePostgres(directory);
  expect(await isRunning(postgres.pid)).toBe(false);
  await expect(stat(directory)).rejects.toThrow(/ENOENT/);
});

describe('as root in a folder that only root may enter', () => {
  needs('root', isRoot);

  test('keeps the files in a private folder below the temporary directory, and removes this folder with the rest', async () => {
    const outer = await temporaryFolder();
    await chmod(outer, 0o700);
    const directory = path.join(outer, 'postgres');
    const first = await startPostgres({ directory, settings });
    onTestFinished(() => removePostgres(directory));
    expect(path.dirname(first.home)).toBe(tmpdir());
    expect((await stat(first.home)).mode & 0o777).toBe(0o700);
    await queryOnce(first.url('postgres'), 'create table kept (id int)');
    await first.stop();
    const second = await startPostgres({ directory, settings });
    expect(second.home).toBe(first.home);
    expect(await queryOnce(second.url('postgres'), 'select * from kept')).toEqual([]);
    await second.stop();
    // A new clone on the same path must not use the data of the old clone.
    await rm(directory, { recursive: true });
    const third = await startPostgres({ directory, settings });
    await expect(queryOnce(third.url('postgres'), 'select * from kept')).rejects.toThrow(/does not exist/);
    await third.stop();
    await removePostgres(directory);
    await expect(stat(first.home)).rejects.toThrow(/ENOENT/);
  });

  test('does not use a folder under the temporary directory that belongs to another user', async () => {
    const outer = await temporaryFolder();
    const directory = path.join(outer, 'postgres');
    const home = await serverHome(directory, serverUser());
    expect(home).not.toBe(directory);
    onTestFinished(() => rm(home, { recursive: true, force: true }));
    await chown(home, 12_345, 12_345);
    await expect(startPostgres({ directory, settings })).rejects.toThrow(/belongs to another user \(uid 12345\)/);
  });
});
