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

// Slots that `tuned` and `proxy` leave free: three are reserved for superusers (superuser_reserved_connections), two are for `migrate` (its lock and its
// work), and one is for the connection of the load test that counts the sessions (sampler.ts).
const keptFree = 6;
// The number of environments of a profile without a concurrency cap. Lambda's limit of 1,000 does not fit in one machine's memory.
export const withoutCap = 50;
// Lambda allows 10 s for an environment's initialisation. Here all environments share the machine's CPU, so their starts take longer.
const initTimeoutMs = 60_000;
// On Lambda, environments take no CPU from the gateway or the database. On two cores, 100 busy environments of normal priority starved the gateway:
// in a minute with 200 requests per second, the gateway refused most connections. When the environments had a lower priority, the gateway refused none.
// Up to 20 environments do not starve the gateway, so they keep the normal priority.
const niceness = 10;
const few = 20;

const handlersOf: Readonly<Record<ProfileName, (functionName: string) => string>> = {
  tuned: (name) => `dist/functions/${name}.handler`,
  proxy: (name) => `dist/functions/${name}.handler`,
  tutorial: (name) => `dist/load/tutorial.${name}`,
  'sequelize-docs': (name) => `dist/load/sequelizeDocs.${name}`,
};

/** A profile's functions, connected to its database. */
export interface Profile {
  readonly functions: Lambda;
  /** The maximum number of environments of all functions. */
  readonly concurrency: number;
  /** Changes the password in the functions' secret. */
  rotated(urls: DatabaseUrls): void;
  stop(): Promise<void>;
}

export function concurrencyOf(name: ProfileName, { slots, concurrency }: Pick<Options, 'slots' | 'concurrency'>): number {
  // Each environment has one connection, so the number of environments must stay below the slots.
  if (name === 'tuned') return Math.min(concurrency ?? 200, slots - keptFree);
  return concurrency ?? withoutCap;
}

/** Creates a profile's functions. The first invocation starts the first environment. */
export async function openProfile(
  name: ProfileName,
  config: ServerlessConfig,
  options: Options,
  database: LoadDatabase,
  urls: DatabaseUrls,
): Promise<Profile> {
  const ours = name === 'tuned' || name === 'proxy';
  // The other profiles connect as tutorials do: as the owner, without the settings of the API's role.
  const databaseUrl = ours ? urls.api : urls.owner;
  const undo: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    const delayed = async (target: number) => {
      if (options.delayMs === 0) return target;
      const delay: DelayProxy = await openDelayProxy(target, options.delayMs);
      undo.push(delay.close);
      return delay.port;
    };
    let port = await delayed(database.port);
    const readerPort = database.readerPort === undefined ? undefined : await delayed(database.readerPort);
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
      // If one profile of a run needs the lower priority, all profiles get it, so that their results can be compared.
      ...(options.profiles.some((other) => concurrencyOf(other, options) > few) && { niceness }),
      coldStartsAtOnce: availableParallelism(),
      variables: {
        STAGE: 'local',
        POWERTOOLS_LOG_LEVEL: 'ERROR',
        ...secrets.variables,
        ...(ours ? { DATABASE_SECRET_ARN: arn } : { DATABASE_URL: withPort(databaseUrl, port) }),
        ...(name === 'proxy' && { DATABASE_VIA_PROXY: 'true' }),
      },
      // In a stage, the readers have another DATABASE_HOST. Here, the standby has the same host as the server and another port.
      ...(readerPort !== undefined && { readVariables: { DATABASE_HOST: '127.0.0.1', DATABASE_PORT: `${readerPort}` } }),
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
