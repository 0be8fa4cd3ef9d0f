import { spawnSync } from 'node:child_process';
import { readFile, realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../failure.ts';
import { isAlive } from '../process/isAlive.ts';

const stopTimeoutMs = 20_000;

async function commandLineOf(pid: number): Promise<string> {
  const proc = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  if (proc !== undefined) return proc.replaceAll('\0', ' ');
  return spawnSync('ps', ['-o', 'args=', '-p', `${pid}`], { encoding: 'utf8' }).stdout ?? '';
}

/**
 * Stops the server that a killed run left on this data directory, and removes a postmaster.pid whose process ID now belongs to another program.
 * Stops a process only if its command line contains this directory or its working directory is this directory. The caller must be the directory's
 * only user.
 */
export async function stopStaleServer(data: string): Promise<void> {
  const pidFile = path.join(data, 'postmaster.pid');
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
  if (!Number.isSafeInteger(pid) || pid <= 1 || !isAlive(pid)) return;
  const isOurs =
    (await commandLineOf(pid)).includes(` -D ${data} `) || (await realpath(`/proc/${pid}/cwd`).catch(() => '')) === (await realpath(data));
  if (!isOurs) {
    // After a reboot the ID may belong to any process, and the server would not start while that process runs.
    await rm(pidFile, { force: true });
    return;
  }
  process.kill(pid, 'SIGINT');
  for (const since = Date.now(); isAlive(pid); ) {
    if (Date.now() - since > stopTimeoutMs)
      throw new Failure(`PostgreSQL (pid ${pid}) of an earlier run still uses ${data} and does not stop; end that process`);
    await sleep(20);
  }
}
