import { spawnSync } from 'node:child_process';
import { root } from '../local/directory.ts';
import { Failure } from '../local/failure.ts';

/** Returns the flags of `serverless` for a stage and its parameters. */
export function stageFlags(stage: string | undefined, parameters: readonly string[]): string[] {
  return [...(stage === undefined ? [] : ['--stage', stage]), ...parameters.flatMap((each) => ['--param', each])];
}

/** Runs the Serverless Framework, and shows its output. Throws a Failure that ends with `remedy` if the framework fails. */
export function serverless(command: readonly string[], remedy = ''): void {
  const { status, signal, error } = spawnSync('serverless', command, { stdio: 'inherit', cwd: root });
  if (error) throw error;
  if (status !== 0) throw new Failure(`serverless ${command[0]} failed with ${signal ?? `exit code ${status}`}${remedy}`);
}
