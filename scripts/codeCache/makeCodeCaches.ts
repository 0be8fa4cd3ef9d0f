import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../local/directory.ts';
import { Failure, messageOf } from '../../local/failure.ts';
import { Turns } from '../../local/lambda/turns.ts';
import { readServerlessConfig } from '../../local/serverless/serverlessConfig.ts';
import { openEmptyDatabase } from './emptyDatabase.ts';
import { warmUpEvents } from './requests.ts';

const run = promisify(execFile);
const program = path.join(import.meta.dirname, 'writeCache.ts');

// V8 rejects a cache that was made with another value of --expose-gc, which Lambda's bootstrap may pass. Flags for heap sizes make no difference.
/** Sets of Node.js flags. Each function has one code cache for each set. */
export const flagSets: readonly (readonly string[])[] = [[], ['--expose-gc']];

interface Options {
  /** The Node.js program for which the caches are made; by default the program of this process. */
  readonly node?: string;
  /** The functions; all by default. */
  readonly names?: readonly string[];
}

/**
 * Makes the V8 code caches of the built functions in `folder`. For each cache, a separate process loads the function, which handles one event with
 * a database without rows. Throws a Failure that names the function if a cache cannot be made.
 */
export async function makeCodeCaches(folder: string, { node = process.execPath, names }: Options = {}): Promise<void> {
  const events = warmUpEvents(await readServerlessConfig(path.join(root, 'serverless.yml')));
  const database = await openEmptyDatabase();
  const env = {
    STAGE: 'code-cache',
    DATABASE_URL: database.url,
    MIGRATION_DATABASE_URL: database.url,
    EVENT_BUS_NAME: 'none',
    SLOW_STATEMENT_MS: '60000',
  };
  const turns = new Turns(availableParallelism());
  const make = async (name: string, flags: readonly string[]) => {
    // With a fixed seed, V8 writes the same cache in most runs. A process with another seed accepts the cache too.
    const line = ['--random-seed=1', ...flags, program, path.join(folder, `${name}.cjs`), JSON.stringify(events.get(name))];
    await run(node, line, { env, timeout: 120_000 }).catch((cause) => {
      throw new Failure(`The code cache of ${name} could not be made: ${messageOf(cause)}`, { cause });
    });
  };
  try {
    const jobs = [...events.keys()]
      .filter((name) => names?.includes(name) ?? true)
      .flatMap((name) => flagSets.map((flags) => ({ name, flags })));
    await Promise.all(jobs.map(({ name, flags }) => turns.run(() => make(name, flags))));
  } finally {
    await database.close();
  }
}
