import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { spreadOf } from './measure.ts';

const run = promisify(execFile);

// The parameters of placeOrder's statement, in order. Every order has the same three products.
const values = ["'customer-1'", ':key::text', "'{101,102,103}'", "'{1,1,1}'", 'null::text', "repeat('0', 64)", "'bench'", 'null', 'null'];

/**
 * Measures the orders per second that the database can place: 8 clients of PostgreSQL's pgbench send the function's statement, prepared.
 * Returns the median of `runs`. Without pgbench (Debian: postgresql-contrib), returns undefined and calls `onSkip` with the reason.
 */
export async function pgbench(
  { statement, databaseUrl, directory }: { statement: string; databaseUrl: string; directory: string },
  { runs, seconds, onSkip }: { runs: number; seconds: number; onSkip: (why: string) => void },
): Promise<number | undefined> {
  const script = path.join(directory, 'placeOrder.sql');
  const text = statement.replace(/\$(\d+)/g, (parameter, index) => {
    const value = values[index - 1];
    if (value === undefined)
      throw new Error(`The statement of placeOrder has the parameter ${parameter}: add its value to test/bench/pgbench.ts`);
    return value;
  });
  await writeFile(script, `\\set key random(1, 9000000000000000)\n${text};\n`);
  const samples: number[] = [];
  for (let count = 0; count < runs; count++) {
    const line = ['-n', '-c', '8', '-j', '2', '-M', 'prepared', '-T', String(seconds), '-f', script, databaseUrl];
    try {
      const { stdout } = await run('pgbench', line);
      samples.push(Number(/tps = ([\d.]+)/.exec(stdout)?.[1]));
    } catch (error) {
      onSkip(error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'pgbench is not installed' : String(error));
      return undefined;
    }
  }
  return spreadOf(samples).median;
}
