import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { expect, onTestFinished } from 'vitest';

/** Whether a process runs; one that ended and whose parent has not looked yet counts as ended. */
export async function isRunning(pid: number): Promise<boolean> {
  const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  return state !== undefined && !/\) [ZX] /.test(state);
}

/** Resolves when none of these processes runs any more. */
export async function allEnded(pids: readonly number[], timeoutMs = 30_000): Promise<void> {
  const running = async () => {
    const states = await Promise.all(pids.map(isRunning));
    return pids.filter((_, index) => states[index]);
  };
  await expect.poll(running, { interval: 20, timeout: timeoutMs }).toEqual([]);
}

/** Every process below this one. Linux only. */
export function descendants(pid: number): number[] {
  const parents = new Map<number, number>();
  // At once, not by promises: with a read a process, each waiting for its turn on a busy machine, it took more than a second.
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
    // It ended meanwhile.
    return undefined;
  }
}

/** Runs a module's text in a process of its own that ends with the test, and answers its first line. */
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
