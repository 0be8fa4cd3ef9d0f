import path from 'node:path';
import { databaseSecret } from './aws/databaseSecret.ts';
import { openInvokeApi } from './aws/invokeApi.ts';
import { type Issuer, localIssuer, openIssuer } from './aws/issuer.ts';
import { startSchedules } from './aws/schedules.ts';
import { openSecretsEndpoint } from './aws/secretsEndpoint.ts';
import { Failure, messageOf, oneLine } from './failure.ts';
import { projectConfig, projectFunctions } from './functions.ts';
import { type Access, type Gateway, openGateway } from './gateway/gateway.ts';
import { jwtAuthorizer } from './gateway/jwtAuthorizer.ts';
import { invokeMigrate } from './invokeMigrate.ts';
import { openLog } from './logFile.ts';
import { removePostgres } from './postgres/home.ts';
import { createOrdersDatabase } from './postgres/ordersDatabase.ts';
import { type Postgres, startPostgres } from './postgres/postgres.ts';
import type { ServerlessConfig } from './serverless/serverlessConfig.ts';
import { claimDirectory, runningState, writeState } from './state.ts';
import { seedShop } from './trialData.ts';

interface Options {
  /** An existing folder for all data, keys and logs. */
  readonly directory: string;
  /** The address of the API; 127.0.0.1 by default. Everything else listens on 127.0.0.1. */
  readonly host?: string | undefined;
  readonly port: number;
  /** Brings dist/ up to date with the sources. Throws a Failure if the code does not build. */
  readonly build: () => Promise<void>;
  /** Deletes the data of earlier runs first. */
  readonly fresh: boolean;
  /** Starts a shop without products and customers, instead of one with trial data. */
  readonly empty: boolean;
  /** Cancels the start, between two steps. */
  readonly signal: AbortSignal;
  readonly onFunctionLog: (functionName: string, line: string) => void;
  readonly onAccess: (access: Access) => void;
}

/** The whole backend on one machine. */
export interface Backend {
  readonly url: string;
  /** The URL of Lambda's Invoke API. */
  readonly lambdaUrl: string;
  readonly issuer: Issuer;
  readonly postgres: Postgres;
  readonly hasTrialData: boolean;
  /** Stops everything, in reverse order of the start. Further calls return the same promise. */
  stop(): Promise<void>;
}

/**
 * Starts everything: build and PostgreSQL in parallel, then migrations, seeds and the gateway. If a step fails, stops all parts that were started.
 * Throws a Failure for a fault that the user can correct, and the signal's reason if the start was cancelled.
 */
export async function startBackend(options: Options): Promise<Backend> {
  const undo: (() => Promise<void>)[] = [];
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= undoAll(undo);
    return stopping;
  };
  try {
    return { ...(await start(options, (step) => undo.push(step))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function undoAll(steps: (() => Promise<void>)[]): Promise<void> {
  const errors: unknown[] = [];
  for (const step of steps.toReversed()) await step().catch((error: unknown) => errors.push(error));
  if (errors.length > 0) throw errors[0];
}

async function start(options: Options, onStop: (step: () => Promise<void>) => void): Promise<Omit<Backend, 'stop'>> {
  const { directory, signal } = options;
  onStop(await claim(directory));
  const config = await projectConfig();
  // Listens first, so that a port in use is reported at once.
  const gateway = await listen(options);
  onStop(() => gateway.close());
  await writeState(directory, { pid: process.pid, url: gateway.url });

  const [built, started, issuer] = await Promise.allSettled([
    options.build(),
    postgres(options),
    openIssuer(directory, config.scopePrefix),
  ]);
  if (started.status === 'fulfilled') onStop(() => started.value.stop());
  if (built.status === 'rejected') throw built.reason;
  if (started.status === 'rejected') throw started.reason;
  if (issuer.status === 'rejected') throw new Failure(messageOf(issuer.reason), { cause: issuer.reason });
  signal.throwIfAborted();

  const databases = await createOrdersDatabase(started.value);
  const log = openLog(path.join(directory, 'functions.log'));
  onStop(() => log.close());
  const secrets = await openSecretsEndpoint(config.region);
  onStop(() => secrets.close());
  // As in a deployment, the functions receive the ARN of a secret and fetch the secret with AWS's client.
  const database = {
    ...secrets.variables,
    DATABASE_SECRET_ARN: secrets.put('orders-api', databaseSecret(databases.api)),
    MIGRATION_DATABASE_SECRET_ARN: secrets.put('orders-owner', databaseSecret(databases.owner)),
  };
  const functions = projectFunctions(config, database, (functionName, line) => {
    log.write(line);
    options.onFunctionLog(functionName, line);
  });
  onStop(() => functions.stop());
  signal.addEventListener('abort', () => functions.stop());
  await invokeMigrate(functions, { command: 'up' });
  signal.throwIfAborted();
  const hasTrialData = await seedShop(functions, databases.owner, options);
  signal.throwIfAborted();

  const { routes, cors } = config;
  gateway.serve({ routes, cors, authorizers: authorizersOf(config, issuer.value), invoke: functions.invoke });
  const endSchedules = startSchedules(config.schedules, functions.invoke);
  onStop(async () => endSchedules());
  const names = config.functions.map(({ name }) => name);
  const invokeApi = await openInvokeApi(functions, { ...config, names });
  onStop(() => invokeApi.close());
  // Parts stop in reverse order. Registers the gateway a second time, as the last part, so that it stops first: running requests still need the
  // functions and the database.
  onStop(() => gateway.close());
  await writeState(directory, { pid: process.pid, url: gateway.url, lambdaUrl: invokeApi.url, databases });
  return { url: gateway.url, lambdaUrl: invokeApi.url, issuer: issuer.value, postgres: started.value, hasTrialData };
}

async function claim(directory: string): Promise<() => Promise<void>> {
  const end = claimDirectory(directory);
  if (end !== undefined) return end;
  const other = await runningState(directory);
  throw new Failure(
    other === undefined
      ? `npm start is already running on ${directory}; stop it first`
      : `npm start is already running here: ${other.url} (pid ${other.pid}); stop it first`,
  );
}

async function listen({ host, port, onAccess }: Options): Promise<Gateway> {
  return openGateway({ host, port, onAccess }).catch((cause) => {
    // Some shells and tools set HOST for other purposes.
    if (host !== undefined && ['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'].includes(cause.code))
      throw new Failure(
        `HOST is ${JSON.stringify(host)}, which is not an address or name of this machine; unset HOST, or run: HOST=127.0.0.1 npm start`,
        {
          cause,
        },
      );
    if (cause.code === 'EADDRINUSE') throw new Failure(`Port ${port} is in use; choose another: PORT=${port + 1} npm start`, { cause });
    if (cause.code === 'EACCES')
      throw new Failure(`Port ${port} may not be used by this user; choose another: PORT=3000 npm start`, { cause });
    throw cause;
  });
}

async function postgres({ directory, fresh }: Options): Promise<Postgres> {
  const place = path.join(directory, 'postgres');
  const log = openLog(path.join(directory, 'postgres.log'));
  try {
    if (fresh) await removePostgres(place);
    const started = await startPostgres({ directory: place, onLog: log.write });
    void started.ended.then(log.close);
    return started;
  } catch (cause) {
    await log.close();
    // A Failure is never caused by the old data, so deleting the data would not help.
    if (cause instanceof Failure) throw cause;
    throw new Failure(`${oneLine(messageOf(cause))}. To delete the old data and start again: npm start -- --fresh`, { cause });
  }
}

function authorizersOf(config: ServerlessConfig, issuer: Issuer) {
  const { issuer: name, audience } = localIssuer;
  const authorize = jwtAuthorizer({ keys: issuer.keys, issuer: name, audience: [audience] });
  return new Map(config.authorizers.map(({ name: authorizer, header }) => [authorizer, { header, authorize }]));
}
