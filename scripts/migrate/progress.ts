import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { MigrateReport } from '../../local/invokeMigrate.ts';

type Payload = Readonly<Record<string, unknown>>;

const state = z.object({ executed: z.array(z.string()) });

/**
 * Invokes `migrate` and reports each applied or reverted migration while it runs. An invocation responds only at its end, so the progress comes
 * from concurrent invocations of `status`, which only read.
 */
export async function withProgress(
  invoke: (payload: Payload) => Promise<MigrateReport>,
  payload: Payload,
  say: (line: string) => void,
  everyMs = 2_000,
  firstMs = 5_000,
): Promise<MigrateReport> {
  if (!['up', 'down'].includes(String(payload['command'] ?? 'up'))) return invoke(payload);
  // An adoption renames records from file names to migration names. The renamed records must not be reported as applied.
  const withoutExtension = (name: string) => name.replace(/\.[cm]?[jt]s$/, '');
  const executed = async () => new Set(state.parse(await invoke({ command: 'status' })).executed.map(withoutExtension));
  let before: Set<string> | undefined;
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async () => {
    try {
      const now = await executed();
      // The run has ended, and its report contains everything.
      if (ended) return;
      for (const name of now) if (before && !before.has(name)) say(`applied ${name}`);
      for (const name of before ?? []) if (!now.has(name)) say(`reverted ${name}`);
      before = now;
    } catch {
      // A failed `status` is ignored, because the run itself reports an error of the function.
    }
    if (!ended) timer = setTimeout(() => void look(), everyMs);
  };
  const first = look();
  const waited = new AbortController();
  try {
    // The first `status` shows which migrations were applied before the command. The command waits for it, but at most `firstMs`, because a starting
    // database responds late. Migrations that are applied before the first `status` has responded are not reported.
    await Promise.race([first, sleep(firstMs, undefined, { signal: waited.signal }).catch(() => undefined)]);
    return await invoke(payload);
  } finally {
    ended = true;
    waited.abort();
    clearTimeout(timer);
  }
}
