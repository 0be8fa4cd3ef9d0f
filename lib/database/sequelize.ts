import pg from 'pg';
import { type Options, Sequelize } from 'sequelize';
import type { DatabaseAddress } from './address.ts';
import { connectionAge } from './connectionAge.ts';
import { recordStatement } from './queryLog.ts';
import { safeInteger } from './safeInteger.ts';
import { type SessionSettings, startupOptions } from './settings.ts';
import { verifiedTls } from './tls.ts';

// bigint, count(*) and sum(int) come as text. 20 is the type's id, the same in every server.
pg.types.setTypeParser(20, safeInteger);

interface Behaviour {
  /** Connections at most. */
  readonly poolMax: number;
  /** How the sessions are named in pg_stat_activity; left out behind a proxy, where startup parameters are unsettled. */
  readonly applicationName?: string;
  /** PostgreSQL's parameters for each session; only where the connection is direct. */
  readonly settings?: SessionSettings;
  /** How long a statement may take before the client gives up on the connection; 0 for as long as it likes. */
  readonly queryTimeoutMs: number;
}

/** Makes a Sequelize, which connects on first use: the one place that does. */
export async function openSequelize(address: DatabaseAddress, behaviour: Behaviour): Promise<Sequelize> {
  const age = connectionAge();
  const options: Options & { databaseVersion: string; keepDefaultTimezone: boolean } = {
    dialect: 'postgres',
    dialectModule: pg,
    host: address.host,
    port: address.port,
    database: address.name,
    username: address.username,
    password: address.password,
    // Without a version Sequelize opens a whole extra connection to ask for it, 48 ms against 14 ms at a cold start. The oldest
    // that is supported here: nothing newer is assumed. Missing from the public types, as keepDefaultTimezone is.
    databaseVersion: '15.0.0',
    // Nothing is sent at connect: `SET` would pin a proxy's session, and costs a round trip.
    keepDefaultTimezone: true,
    dialectOptions: {
      clientMinMessages: 'ignore',
      ...(address.tls && { ssl: await verifiedTls(address.host) }),
      ...(behaviour.applicationName && { application_name: behaviour.applicationName }),
      ...(behaviour.settings && { options: startupOptions(behaviour.settings) }),
      // Half of the 10 s that Lambda gives to an environment's start.
      connectionTimeoutMillis: 5_000,
      query_timeout: behaviour.queryTimeoutMs,
      // A frozen environment answers no probe, but the kernel below it does: a connection whose server is gone is noticed.
      keepAlive: true,
    },
    pool: {
      max: behaviour.poolMax,
      min: 0,
      // Longer than any freeze, since timers fire first after a thaw: a short one holds the slot while frozen and reconnects all the same.
      // 0 would mean 30 s and 1 s (sequelize-pool#48). 24 days is the longest that a timer takes.
      idle: 2_147_483_647,
      evict: 2_147_483_647,
      // Below the 25 s of a function: who waits for the environment's one connection gets our answer, not a timeout's.
      acquire: 20_000,
      validate: age.isFresh,
    },
    hooks: { afterConnect: age.used, afterPoolAcquire: age.used },
    benchmark: true,
    logging: recordStatement,
    define: { underscored: true },
  };
  return new Sequelize(options);
}
