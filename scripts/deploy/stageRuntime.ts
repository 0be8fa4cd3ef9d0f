import { z } from 'zod';
import { messageOf } from '../../local/failure.ts';
import { type Deployment, migrateDeployed, type Patience } from '../migrate/deployed.ts';

/** The runtime of a stage's functions, as reported by `migrate`. */
const stageRuntime = z.object({
  node: z.string().regex(/^v\d+\.\d+\.\d+$/),
  architecture: z.string(),
  cacheTag: z.string(),
  flags: z.array(z.string()).readonly(),
  codeCache: z.enum(['hit', 'miss']).nullable(),
});
export type StageRuntime = z.output<typeof stageRuntime>;

const report = z.object({ runtime: stageRuntime.optional() });

interface Asked {
  readonly runtime: StageRuntime | undefined;
  /** A line of output. */
  readonly line: string;
}

// Short, because a deploy must not wait for a database that does not respond. The deploy may repair the database.
const patience = { requestTimeout: 60_000, maxAttempts: 1, active: { longestMs: 120_000, everyMs: 5_000 } };

/** Asks the deployed `migrate` for its runtime. Never fails: without a response, the caller uses its own runtime. */
export async function askRuntime(deployment: Deployment, options: Patience = patience): Promise<Asked> {
  try {
    const { runtime } = report.parse(await migrateDeployed(deployment, { command: 'status' }, options));
    if (!runtime) return { runtime, line: 'not known: the deployed release does not report its runtime' };
    return { runtime, line: `Node.js ${runtime.node} on ${runtime.architecture}, flags: ${runtime.flags.join(' ') || 'none'}` };
  } catch (error) {
    return { runtime: undefined, line: `not known: ${messageOf(error).split('\n')[0]}` };
  }
}

/** Returns a line that reports whether the deployed `migrate` uses its code cache. */
export async function codeCacheLine(deployment: Deployment, options: Patience = patience): Promise<string> {
  const { runtime, line } = await askRuntime(deployment, options);
  if (!runtime) return line;
  if (runtime.codeCache === 'hit') return `used on Node.js ${runtime.node}`;
  return `WARNING: not used on Node.js ${runtime.node}. Cold starts take longer. Deploy again, or see docs/deploy.md, "Code caches"`;
}
