import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { MigrateReport } from '../../local/migrate.ts';

type Payload = Readonly<Record<string, unknown>>;

const state = z.object({ executed: z.array(z.string()) });

/**
 * Invokes `migrate`, and says line by line what it has applied or taken back so far: an invocation answers once, at its end, so its
 * progress is asked for beside it. `status` only reads.
 */
export async function withProgress(
  invoke: (payload: Payload) => Promise<MigrateReport>,
  payload: Payload,
  say: (line: string) => void,
  everyMs = 2_000,
  firstMs = 5_000,
): Promise<MigrateReport> {
  if (!['up', 'down'].includes(String(payload['command'] ?? 'up'))) return invoke(payload);
  // An adoption changes the names of what is in place, from those of files; nothing was applied by that.
  const withoutExtension = (name: string) => name.replace(/\.[cm]?[jt]s$/, '');
  const executed = async () => new Set(state.parse(await invoke({ command: 'status' })).executed.map(withoutExtension));
  let before: Set<string> | undefined;
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async () => {
    try {
      const now = await executed();
      // Too late: the report is there, and says it better.
      if (ended) return;
      for (const name of now) if (before && !before.has(name)) say(`applied ${name}`);
      for (const name of before ?? []) if (!now.has(name)) say(`reverted ${name}`);
      before = now;
    } catch {
      // Progress is a courtesy: what is wrong with the function, its own run says.
    }
    if (!ended) timer = setTimeout(() => void look(), everyMs);
  };
  const first = look();
  const waited = new AbortController();
  try {
    // A database that starts answers the first look late, for which nothing else waits: then only what it has not seen is missing.
    await Promise.race([first, sleep(firstMs, undefined, { signal: waited.signal }).catch(() => undefined)]);
    return await invoke(payload);
  } finally {
    ended = true;
    waited.abort();
    clearTimeout(timer);
  }
}
