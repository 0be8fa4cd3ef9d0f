import path from 'node:path';
import { root } from './directory.ts';
import { Failure, messageOf } from './failure.ts';
import { type Lambda, lambda } from './lambda/lambda.ts';
import { readServerlessConfig, type ServerlessConfig } from './serverless/serverlessConfig.ts';

/** This project's serverless.yml. Throws a Failure that names the place of what cannot be understood. */
export async function projectConfig(): Promise<ServerlessConfig> {
  return readServerlessConfig(path.join(root, 'serverless.yml')).catch((cause) => {
    throw new Failure(messageOf(cause), { cause });
  });
}

/** This project's built functions; `database` is the variables that name theirs. */
export function projectFunctions(
  config: ServerlessConfig,
  database: Readonly<Record<string, string>>,
  onLog: (functionName: string, line: string) => void,
): Lambda {
  const passedOn = ['LOG_SQL', 'SLOW_STATEMENT_MS', 'MAX_PENDING_ORDERS'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return lambda({
    config,
    taskRoot: root,
    variables: { STAGE: 'local', SCOPE_PREFIX: config.scopePrefix, ...database, ...Object.fromEntries(passedOn) },
    onLog,
  });
}
