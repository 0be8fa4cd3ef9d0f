import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished } from 'vitest';
import { z } from 'zod';
import { root } from '../../local/directory.ts';

const sample = z.object({ held: z.int().nullable(), active: z.int().nullable(), busy: z.int(), frozen: z.int() });
const result = z.object({
  report: z.string(),
  profiles: z.array(
    z.object({
      ...{ name: z.string(), requests: z.int(), ok: z.int(), throttled: z.int(), orders: z.int(), coldStarts: z.int() },
      ...{ serverErrors: z.record(z.string(), z.int()), clientErrors: z.record(z.string(), z.int()), broken: z.array(z.string()) },
      ...{
        refused: z.record(z.string(), z.int()),
        peakConnections: z.int(),
        statementsPerRequest: z.number(),
        readerStatements: z.int().optional(),
        samples: z.array(sample),
      },
    }),
  ),
});

/** Starts the program of `npm run load` with these flags, without npm. It ends with the test. */
export function load(...flags: string[]) {
  const child = spawn(process.execPath, ['test/load/run.ts', ...flags], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]).then(([stdout, stderr, [code]]) => ({
    ...{ code, stdout, stderr },
  }));
  return { child, ended };
}

/** Runs a load test, checks and removes its report, and returns the result of each profile. */
export async function loaded(...flags: string[]) {
  const { code, stdout, stderr } = await load('--json', ...flags).ended;
  expect(code, stderr).toBe(0);
  const parsed = result.parse(JSON.parse(stdout));
  onTestFinished(() => rm(parsed.report));
  expect(await readFile(parsed.report, 'utf8')).toMatch(/^<!doctype html>/);
  return parsed.profiles;
}
