import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';

/** A fault that squawk reports. */
interface Finding {
  readonly rule: string;
  readonly message: string;
}

const report = z.array(z.object({ rule_name: z.string(), message: z.string(), help: z.string().nullable() }));

// Rules about style, and about timeouts, which lib/migrator sets for every step.
const ignored = /^(prefer-|require-(statement-timeout|lock-timeout|timeout-settings)$)/;
const oldestServer = '15.0';

/** Lints SQL with squawk. @throws Error if squawk is not installed or fails */
export async function squawk(sql: string, inTransaction: boolean): Promise<Finding[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'squawk-'));
  const file = path.join(folder, 'migration.sql');
  try {
    // The last semicolon is on a separate line, because the SQL may end with a comment.
    await writeFile(file, `${sql}\n;\n`);
    const options = ['--reporter=json', `--pg-version=${oldestServer}`, ...(inTransaction ? ['--assume-in-transaction'] : [])];
    const output = await run([...options, file]);
    const findings = report.parse(JSON.parse(output));
    return findings
      .filter(({ rule_name }) => !ignored.test(rule_name))
      .map(({ rule_name, message, help }) => ({ rule: rule_name, message: help ? `${message} ${help}` : message }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const require = createRequire(import.meta.url);
const cli = z.object({ getBinaryPath: z.custom<() => string>((value) => typeof value === 'function') });

function run(args: readonly string[]): Promise<string> {
  // Runs squawk's binary itself, because the package's command would start a second Node.js process around it.
  const program = cli.parse(require('squawk-cli/js/index.js')).getBinaryPath();
  return new Promise((resolve, reject) => {
    execFile(program, [...args], (error, stdout, stderr) => {
      // squawk exits with 1 and a report if it finds a fault.
      if (stdout.startsWith('[')) return resolve(stdout);
      reject(new Error(`squawk did not lint the migrations: ${stderr.trim() || error?.message}`, { cause: error ?? undefined }));
    });
  });
}
