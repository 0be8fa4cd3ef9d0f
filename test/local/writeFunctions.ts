import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { type Lambda, lambda } from '../../local/lambda/lambda.ts';
import type { LambdaFunction } from '../../local/serverless/serverlessConfig.ts';

/** A folder that is gone when the test is. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'orders-local-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

type Given = Partial<LambdaFunction> & {
  /** The module's text. */
  readonly source: string;
};

/** Functions of the test's own, run as the built ones are; stopped when the test is over. */
export async function writeFunctions(
  given: Readonly<Record<string, Given>>,
  options: Partial<Parameters<typeof lambda>[0]> = {},
): Promise<Lambda & { taskRoot: string }> {
  const taskRoot = await temporaryFolder();
  await mkdir(path.join(taskRoot, 'dist/functions'), { recursive: true });
  const functions: LambdaFunction[] = [];
  for (const [name, { source, ...rest }] of Object.entries(given)) {
    await writeFile(path.join(taskRoot, `dist/functions/${name}.mjs`), source);
    // Longer than Lambda's, for a machine that is busy with others.
    const defaults = { timeoutMs: 60_000, memoryMb: 512, reservedConcurrency: undefined, environment: {}, environmentKeys: [] };
    functions.push({ name, handler: `dist/functions/${name}.handler`, ...defaults, ...rest });
  }
  const made = lambda({
    config: { service: 'shop', region: 'eu-central-1', functions },
    taskRoot,
    variables: {},
    initTimeoutMs: 60_000,
    ...options,
  });
  onTestFinished(() => made.stop());
  return { ...made, taskRoot };
}
