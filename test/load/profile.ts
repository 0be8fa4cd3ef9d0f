import { availableParallelism } from 'node:os';
import { databaseSecret } from '../../local/aws/databaseSecret.ts';
import { openSecretsEndpoint } from '../../local/aws/secretsEndpoint.ts';
import { root } from '../../local/directory.ts';
import { type Lambda, lambda } from '../../local/lambda/lambda.ts';
import type { DatabaseUrls } from '../../local/postgres/ordersDatabase.ts';
import type { ServerlessConfig } from '../../local/serverless/serverlessConfig.ts';
import { shareOut } from './arrivals.ts';
import type { LoadDatabase } from './database.ts';
import { type DelayProxy, openDelayProxy } from './delayProxy.ts';
import type { Options, ProfileName } from './options.ts';
import { startPgbouncer } from './pgbouncer.ts';
import { loadedFunctions } from './scenarios.ts';

// Three slots are the superuser's (superuser_reserved_connections), two the migrate function's (lock and work), one is this
// test's own look at the server.
const keptFree = 6;
// What stands for nobody having set a cap: the account's 1,000 would not fit in this machine's memory.
const withoutCap = 50;
// On Lambda each environment has a processor of its own; here all share this machine's. Its 10 s would measure that.
const initTimeoutMs = 60_000;
// Nor does an environment take a processor from the gateway or the database there. As everyone's equals, 100 busy ones left the gateway so
// little of two cores that it did not take its connections: 69,584 were refused in a minute of 200 requests a second, none with this. A few
// leave it enough, and are not to be the last of all on a machine that does other work.
const niceness = 10;
const few = 20;

const handlersOf: Readonly<Record<ProfileName, (functionName: string) => string>> = {
  tuned: (name) => `dist/functions/${name}.handler`,
  proxy: (name) => `dist/functions/${name}.handler`,
  tutorial: (name) => `dist/load/tutorial.${name}`,
  'sequelize-docs': (name) => `dist/load/sequelizeDocs.${name}`,
};

/** The functions of a profile, on a database. */
export interface Profile {
  readonly functions: Lambda;
  /** Environments at most, over all functions. */
  readonly concurrency: number;
  /** Tells the functions' secret that the password has changed. */
  rotated(urls: DatabaseUrls): void;
  stop(): Promise<void>;
}

export function concurrencyOf(name: ProfileName, { slots, concurrency }: Pick<Options, 'slots' | 'concurrency'>): number {
  // One connection an environment: the sum of the reserved concurrency stays below the slots.
  if (name === 'tuned') return Math.min(concurrency ?? 200, slots - keptFree);
  return concurrency ?? withoutCap;
}

/** Makes a profile's functions; no environment starts before the first invocation. */
export async function openProfile(
  name: ProfileName,
  config: ServerlessConfig,
  options: Options,
  database: LoadDatabase,
  urls: DatabaseUrls,
): Promise<Profile> {
  const ours = name === 'tuned' || name === 'proxy';
  // The others connect as tutorials do: as the owner, without the settings of this project's role.
  const databaseUrl = ours ? urls.api : urls.owner;
  const undo: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    let port = database.port;
    if (options.delayMs > 0) {
      const delay: DelayProxy = await openDelayProxy(port, options.delayMs);
      undo.push(delay.close);
      port = delay.port;
    }
    if (name === 'proxy') {
      const bouncer = await startPgbouncer(withPort(databaseUrl, port), options.slots - keptFree);
      undo.push(bouncer.stop);
      port = bouncer.port;
    }
    const secrets = await openSecretsEndpoint(config.region);
    undo.push(secrets.close);
    const putSecret = (url: string) => secrets.put('orders-api', databaseSecret(withPort(url, port)));
    const concurrency = concurrencyOf(name, options);
    const shares = shareOut(options.scenario.mix, concurrency);
    const arn = putSecret(databaseUrl);
    const functions = lambda({
      config: {
        ...config,
        functions: config.functions
          .filter((definition) => loadedFunctions.some((used) => used === definition.name))
          .map((definition) => ({
            ...{ ...definition, handler: handlersOf[name](definition.name) },
            reservedConcurrency: [...shares].find(([used]) => used === definition.name)?.[1] ?? 1,
          })),
      },
      taskRoot: root,
      initTimeoutMs,
      // For all profiles of a run or for none, or they could not be compared.
      ...(options.profiles.some((other) => concurrencyOf(other, options) > few) && { niceness }),
      coldStartsAtOnce: availableParallelism(),
      variables: {
        STAGE: 'local',
        POWERTOOLS_LOG_LEVEL: 'ERROR',
        ...secrets.variables,
        ...(ours ? { DATABASE_SECRET_ARN: arn } : { DATABASE_URL: withPort(databaseUrl, port) }),
        ...(name === 'proxy' && { DATABASE_VIA_PROXY: 'true' }),
      },
    });
    undo.push(() => functions.stop());
    return { functions, concurrency, stop, rotated: ({ api }) => putSecret(api) };
  } catch (error) {
    await stop();
    throw error;
  }
}

function withPort(databaseUrl: string, port: number): string {
  const moved = new URL(databaseUrl);
  moved.port = `${port}`;
  return moved.href;
}
