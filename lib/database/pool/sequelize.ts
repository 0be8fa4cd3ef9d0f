import pg from 'pg';
import { type Options, Sequelize } from 'sequelize';
import type { Credentials } from '../../secrets.ts';
import { recordStatement } from '../queryLog.ts';
import { ownTimeLimitMs } from '../runLongStatement.ts';
import { boundedMs } from '../timeLimit.ts';
import type { DatabaseAddress } from './address.ts';
import { clientClass } from './boundedClient.ts';
import { connectionAge } from './connectionAge.ts';
import { acquireBegins, acquireEnds, connectionOpened } from './connectionUse.ts';
import { connectTimeoutMs, type SessionSettings, startupOptions } from './connectOptions.ts';
import { setIsoTimes, useIsoTimes } from './dateStyle.ts';
import { verifiedTls } from './tls.ts';

// OID 20 is the type bigint, which count(*) and sum(int) also return. By default, pg returns a bigint as text.
pg.types.setTypeParser(20, safeInteger);
// OID 1082 is the type date. A date stays text, as in Sequelize; by default, pg parses a date as midnight in the process's time zone.
pg.types.setTypeParser(1082, (text) => text);

/** How a Sequelize instance uses its connections. */
export interface Behaviour {
  /** Maximum number of connections. */
  readonly poolMax: number;
  /** The sessions' name in pg_stat_activity; not set behind a proxy, which may reject startup parameters. */
  readonly applicationName?: string;
  /** Whether to use named prepared statements (prepared.ts); never behind a proxy, which would pin the session or lose the statements. */
  readonly prepare?: boolean;
  /** PostgreSQL parameters of each session; only for direct connections. */
  readonly settings?: SessionSettings;
  /** How long the client waits for a statement before it closes the connection; less if the invocation ends sooner. 0: no limit. */
  readonly queryTimeoutMs: number;
  /** Returns the credentials for each new connection. Required if the credentials of the address may expire. */
  readonly credentials?: () => Promise<Credentials>;
}

/** Creates a Sequelize instance, which connects on first use. */
export async function openSequelize(address: DatabaseAddress, behaviour: Behaviour): Promise<Sequelize> {
  const age = connectionAge();
  const options: Options & { databaseVersion: string; keepDefaultTimezone: boolean } = {
    dialect: 'postgres',
    dialectModule: {
      types: pg.types,
      Client: clientClass({
        connectTimeoutMs,
        queryTimeoutMs: () => behaviour.queryTimeoutMs && (ownTimeLimitMs() ?? boundedMs(behaviour.queryTimeoutMs)),
        prepare: behaviour.prepare ?? false,
        onStatement: (sql, durationMs) => {
          if (sql !== setIsoTimes) recordStatement(sql, durationMs);
        },
        invalidateGeneration: age.invalidateGeneration,
      }),
    },
    host: address.host,
    port: address.port,
    database: address.name,
    username: address.username,
    password: address.password,
    // This is not the server's real version. For a version below 8.3, Sequelize does not read the server's catalogue of types at the first connect. Sequelize
    // needs the catalogue only for ranges and enums, which no table here has. Without this read, a cold connect on loopback takes 8 to 11 ms instead
    // of 16 to 19 ms (medians of 40, three rounds). The only other effect: Sequelize writes no "if not exists" when it creates a table, a schema or a
    // value of an enum. If this option is missing, Sequelize opens an extra connection to query the version. Sequelize's public types lack this
    // option and keepDefaultTimezone.
    databaseVersion: '8.2.0',
    // Prevents Sequelize's `SET` at each connect, which costs a round trip and would pin a proxy's session. The only `SET` at a connect is in dateStyle.ts.
    keepDefaultTimezone: true,
    dialectOptions: {
      clientMinMessages: 'ignore',
      ...(address.tls && { ssl: await verifiedTls(address.host) }),
      ...(behaviour.applicationName && { application_name: behaviour.applicationName }),
      ...(behaviour.settings && { options: startupOptions(behaviour.settings) }),
      // The kernel's probes detect a server that vanished without closing the connection.
      keepAlive: true,
    },
    pool: {
      max: behaviour.poolMax,
      min: 0,
      // These timeouts are longer than any freeze. No timer fires during a freeze, so a shorter timeout would free no slot while the environment is frozen. It would fire
      // after the thaw and close the connection that the next request needs. 0 does not turn the timers off: sequelize-pool replaces 0 with 30 s for
      // `idle` and 1 s for `evict` (sequelize-pool#48). This value, 24 days, is the longest that a timer of Node.js can wait.
      idle: 2_147_483_647,
      evict: 2_147_483_647,
      // Less than a function's timeout of 25 s, so that a request that gets no connection is answered with a 503.
      acquire: 20_000,
      validate: age.isFresh,
    },
    hooks: {
      beforeConnect: async (config) => {
        if (behaviour.credentials) Object.assign(config, await behaviour.credentials());
      },
      afterConnect: async (connection) => {
        age.opened(connection);
        connectionOpened();
        await useIsoTimes(connection);
      },
      beforePoolAcquire: acquireBegins,
      afterPoolAcquire: (connection) => {
        age.used(connection);
        acquireEnds(connection);
      },
    },
    // Off, because clientClass reports every statement, including failed statements and Sequelize's own.
    logging: false,
    define: { underscored: true },
  };
  return new Sequelize(options);
}

/** Parses a bigint. @throws RangeError beyond 2^53 - 1, where a number would lose precision */
function safeInteger(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is larger than the largest safe integer`);
  return number;
}
