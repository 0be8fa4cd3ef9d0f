import { ConfigError, config } from '../config.ts';
import { defineModels } from '../models/index.ts';
import { SecretUnavailableError } from '../secrets.ts';
import { databaseAddress } from './address.ts';
import { type CredentialKeeper, credentialKeeper } from './credentials.ts';
import { openSequelize } from './sequelize.ts';
import { databaseTimeMs, shortestMs } from './timeLimit.ts';
import type { Database } from './types.ts';

let opened: Database | undefined;
let opening: Promise<Database> | undefined;
let keeper: CredentialKeeper | undefined;

/**
 * The one Sequelize of this execution environment, with its models: made on first use and kept for all later invocations.
 * Callers at the same moment share the promise, so that there is never a second. They share no failure that comes later, and wait for a
 * promise that an earlier invocation has begun no longer than they have time themselves.
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
    const error = new SecretUnavailableError('The database secret was not fetched in time');
    timer = setTimeout(() => reject(error), Math.max(shortestMs, databaseTimeMs()));
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** To be called when the server refused the credentials. Resolves to whether there are others to try at once. @throws SecretError, SecretUnavailableError */
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
  if (!source) throw new ConfigError(['DATABASE_SECRET_ARN or DATABASE_URL: one of the two is required']);
  const address = await databaseAddress(source);
  keeper = credentialKeeper(source, { username: address.username, password: address.password });
  const sequelize = await openSequelize(address, {
    credentials: keeper.current,
    poolMax,
    // Above the role's statement_timeout of 5 s, so that the server's own answer comes first. Who gets none in that time asks
    // again on a fresh connection, for which an invocation of 25 s has room three times.
    queryTimeoutMs: 6_000,
    ...(!viaProxy && { applicationName: 'orders', prepare: true }),
  });
  return { sequelize, ...defineModels(sequelize) };
}
