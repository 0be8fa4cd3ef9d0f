import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { expect, onTestFinished } from 'vitest';

/** Returns whether a process runs. A zombie does not count. */
export async function isRunning(pid: number): Promise<boolean> {
  const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  return state !== undefined && !/\) [ZX] /.test(state);
}

/** Resolves when all of these processes have ended. */
export async function allEnded(pids: readonly number[], timeoutMs = 30_000): Promise<void> {
  const running = async () => {
    const states = await Promise.all(pids.map(isRunning));
    return pids.filter((_, index) => states[index]);
  };
  await expect.poll(running, { interval: 20, timeout: timeoutMs }).toEqual([]);
}

/** Returns the IDs of all descendants of a process. Linux only. */
export function descendants(pid: number): number[] {
  const parents = new Map<number, number>();
  // Synchronous, because one asynchronous read per process took more than a second on a busy machine.
  for (const entry of readdirSync('/proc')) {
    const parent = /^\d+$/.test(entry) ? parentOf(entry) : undefined;
    if (parent !== undefined) parents.set(Number(entry), parent);
  }
  const found = [pid];
  for (const one of found) for (const [child, parent] of parents) if (parent === one) found.push(child);
  return found.slice(1);
}

function parentOf(pid: string): number | undefined {
  try {
    return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
  } catch {
    // The process has ended meanwhile.
    return undefined;
  }
}

/** Runs the text of a module in a separate process, which ends with the test. Returns the first line of its output. */
export async function runModule(text: string) {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', text], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const exited = once(child, 'exit');
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const kill = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await exited;
  };
  return { pid: child.pid ?? 0, line: String(line), kill };
}
