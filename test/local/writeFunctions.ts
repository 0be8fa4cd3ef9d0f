import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { type Lambda, lambda } from '../../local/lambda/lambda.ts';
import type { LambdaFunction } from '../../local/serverless/serverlessConfig.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

type Given = Partial<LambdaFunction> & {
  /** The text of the module. */
  readonly source: string;
};

/** Creates functions from these modules. The functions run like built functions until the test ends. */
export async function writeFunctions(
  given: Readonly<Record<string, Given>>,
  options: Partial<Parameters<typeof lambda>[0]> = {},
): Promise<Lambda & { taskRoot: string }> {
  const taskRoot = await temporaryFolder();
  await mkdir(path.join(taskRoot, 'dist/functions'), { recursive: true });
  const functions: LambdaFunction[] = [];
  for (const [name, { source, ...rest }] of Object.entries(given)) {
    await writeFile(path.join(taskRoot, `dist/functions/${name}.mjs`), source);
    // The timeout is longer than on Lambda, because other tests may keep the machine busy.
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
