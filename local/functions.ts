import path from 'node:path';
import { root } from './directory.ts';
import { Failure, messageOf } from './failure.ts';
import { type Lambda, lambda } from './lambda/lambda.ts';
import { readServerlessConfig, type ServerlessConfig } from './serverless/serverlessConfig.ts';

/** Reads this project's serverless.yml. Throws a Failure with the place of the fault. */
export async function projectConfig(): Promise<ServerlessConfig> {
  return readServerlessConfig(path.join(root, 'serverless.yml')).catch((cause) => {
    throw new Failure(messageOf(cause), { cause });
  });
}

/** Creates a local Lambda with this project's built functions. `database` contains the functions' database variables. */
export function projectFunctions(
  config: ServerlessConfig,
  database: Readonly<Record<string, string>>,
  onLog: (functionName: string, line: string) => void,
): Lambda {
  const passedOn = ['LOG_SQL', 'SLOW_STATEMENT_MS', 'MAX_PENDING_ORDERS', 'UNPAID_ORDER_MINUTES', 'EVENT_DELAY_SECONDS'].flatMap((name) => {
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
