import { ConfigError, config } from '../config.ts';
import { defineModels } from '../models/index.ts';
import { SecretUnavailableError } from '../secrets.ts';
import { databaseAddress } from './pool/address.ts';
import { type CredentialKeeper, credentialKeeper } from './pool/credentials.ts';
import { openSequelize } from './pool/sequelize.ts';
import { databaseTimeMs, shortestMs } from './timeLimit.ts';
import type { Database } from './types.ts';

let opened: Database | undefined;
let opening: Promise<Database> | undefined;
let keeper: CredentialKeeper | undefined;

/**
 * Returns the only Sequelize instance of this environment, with its models. Creates it on first use and keeps it for later invocations.
 * Concurrent callers share the promise, so there is never a second instance. A failure is not cached, and each caller waits only until its
 * own deadline.
 * @throws ConfigError, SecretError, SecretUnavailableError
 */
export async function database(): Promise<Database> {
  if (opened) return opened;
  opening ??= open();
  return inTime(opening);
}

async function inTime(promise: Promise<Database>): Promise<Database> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new SecretUnavailableError('Fetching the database secret timed out');
    timer = setTimeout(() => reject(error), Math.max(shortestMs, databaseTimeMs()));
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Fetches rejected credentials again. Resolves to whether the new ones differ. @throws SecretError, SecretUnavailableError */
export async function renewCredentials(): Promise<boolean> {
  return keeper ? keeper.renew() : false;
}

async function open(): Promise<Database> {
  try {
    opened = await make();
    return opened;
  } finally {
    opening = undefined;
  }
}

async function make(): Promise<Database> {
  const { database: source, poolMax, viaProxy } = config();
  if (!source) throw new ConfigError(['DATABASE_SECRET_ARN or DATABASE_URL: set one of them']);
  const address = await databaseAddress(source);
  keeper = credentialKeeper(source, { username: address.username, password: address.password });
  const sequelize = await openSequelize(address, {
    credentials: keeper.current,
    poolMax,
    // More than the role's statement_timeout of 5 s, so that the server's error comes first. An invocation of 25 s has time for three attempts that
    // time out, each on a new connection.
    queryTimeoutMs: 6_000,
    ...(!viaProxy && { applicationName: 'orders', prepare: true }),
  });
  // Binds all models, also in a function that usually sends only SQL. Binding them at their first use would save such a function some 5 % of its cold
  // start's CPU. The ratio to the hand-written function of test/bench was 1.36 with binding at the start, and 1.30 at the first use (one run each). But
  // functions that use models would then bind them in their first request, when a function of 512 MB has only a third of a core. During initialisation,
  // a function has a whole core.
  return { sequelize, ...defineModels(sequelize) };
}
