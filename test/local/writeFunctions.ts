import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { type Lambda, lambda } from '../../local/lambda/lambda.ts';
import type { LambdaFunction } from '../../local/serverless/serverlessConfig.ts';

/** Creates a folder, and removes it after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'orders-local-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

type Given = Partial<LambdaFunction> & {
  /** The text of the module. */
  readonly source: string;
};

/** Creates functions from these modules, which run like built functions until the test ends. */
export async function writeFunctions(
  given: Readonly<Record<string, Given>>,
  options: Partial<Parameters<typeof lambda>[0]> = {},
): Promise<Lambda & { taskRoot: string }> {
  const taskRoot = await temporaryFolder();
  await mkdir(path.join(taskRoot, 'dist/functions'), { recursive: true });
  const functions: LambdaFunction[] = [];
  for (const [name, { source, ...rest }] of Object.entries(given)) {
    await writeFile(path.join(taskRoot, `dist/functions/${name}.mjs`), source);
    // Longer than on Lambda, because other tests may keep the machine busy.
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
