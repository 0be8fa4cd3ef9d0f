import path from 'node:path';
import { root } from './directory.ts';
import { Failure, messageOf } from './failure.ts';
import { type Lambda, lambda } from './lambda.ts';
import type { DatabaseUrls } from './ordersDatabase.ts';
import { readServerlessConfig, type ServerlessConfig } from './serverlessConfig.ts';

/** This project's serverless.yml. Throws a Failure that names the place of what cannot be understood. */
export async function projectConfig(): Promise<ServerlessConfig> {
  return readServerlessConfig(path.join(root, 'serverless.yml')).catch((cause) => {
    throw new Failure(messageOf(cause), { cause });
  });
}

/** This project's built functions, on this database. */
export function projectFunctions(
  config: ServerlessConfig,
  databases: DatabaseUrls,
  onLog: (functionName: string, line: string) => void,
): Lambda {
  const passedOn = ['LOG_SQL', 'SLOW_STATEMENT_MS'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return lambda({
    config,
    taskRoot: root,
    variables: { STAGE: 'local', DATABASE_URL: databases.api, MIGRATION_DATABASE_URL: databases.owner, ...Object.fromEntries(passedOn) },
    onLog,
  });
}
