import pg from 'pg';
import { type Options, Sequelize } from 'sequelize';
import type { Credentials } from '../secrets.ts';
import type { DatabaseAddress } from './address.ts';
import { clientClass } from './boundedClient.ts';
import { connectionAge } from './connectionAge.ts';
import { acquireBegins, acquireEnds, connectionOpened } from './connectionUse.ts';
import { recordStatement } from './queryLog.ts';
import { safeInteger } from './safeInteger.ts';
import { ownTimeLimitMs } from './sendLong.ts';
import { type SessionSettings, startupOptions } from './settings.ts';
import { boundedMs } from './timeLimit.ts';
import { verifiedTls } from './tls.ts';

// bigint, count(*) and sum(int) come as text. 20 is the type's id, the same in every server.
pg.types.setTypeParser(20, safeInteger);
// A date is a text, as Sequelize has it: pg would make it midnight in the process's time zone.
pg.types.setTypeParser(1082, (text) => text);

// Two lost SYN packets are repeated after 1 s and 3 s: whoever has not answered then is not there, or too busy to be.
const connectTimeoutMs = 5_000;

/** How a Sequelize uses its connections. */
export interface Behaviour {
  /** Connections at most. */
  readonly poolMax: number;
  /** How the sessions are named in pg_stat_activity; left out behind a proxy, where startup parameters are unsettled. */
  readonly applicationName?: string;
  /** Whether statements are prepared under their names (prepared.ts); never behind a proxy, which would pin the session or lose them. */
  readonly prepare?: boolean;
  /** PostgreSQL's parameters for each session; only where the connection is direct. */
  readonly settings?: SessionSettings;
  /** How long a statement may take before the client gives up on the connection; less when the invocation ends sooner. 0: as long as it likes. */
  readonly queryTimeoutMs: number;
  /** Asked at each physical connect, where the address's own may be outdated by then. */
  readonly credentials?: () => Promise<Credentials>;
}

/** Makes a Sequelize, which connects on first use: the one place that does. */
export async function openSequelize(address: DatabaseAddress, behaviour: Behaviour): Promise<Sequelize> {
  const age = connectionAge();
  const options: Options & { databaseVersion: string; keepDefaultTimezone: boolean } = {
    dialect: 'postgres',
    dialectModule: {
      types: pg.types,
      Client: clientClass({
        connectTimeoutMs: () => boundedMs(connectTimeoutMs),
        queryTimeoutMs: () => behaviour.queryTimeoutMs && (ownTimeLimitMs() ?? boundedMs(behaviour.queryTimeoutMs)),
        prepare: behaviour.prepare ?? false,
        onStatement: recordStatement,
        distrust: age.distrust,
      }),
    },
    host: address.host,
    port: address.port,
    database: address.name,
    username: address.username,
    password: address.password,
    // Not the server's version, but the last from which Sequelize does not read the whole catalogue of types at the first connect:
    // a cold connect on loopback 16 to 19 ms with that query, 8 to 11 without (medians of 40, three rounds), and a round trip less.
    // What it would learn is how to parse types that no table here has (ranges, enums); pg's own parsers know all the others. Else
    // the version only decides whether queryInterface.createTable and createSchema say "if not exists". With none at all, a whole
    // extra connection is opened to ask for it. Missing from the public types, as keepDefaultTimezone is.
    databaseVersion: '8.2.0',
    // Nothing is sent at connect: `SET` would pin a proxy's session, and costs a round trip.
    keepDefaultTimezone: true,
    dialectOptions: {
      clientMinMessages: 'ignore',
      ...(address.tls && { ssl: await verifiedTls(address.host) }),
      ...(behaviour.applicationName && { application_name: behaviour.applicationName }),
      ...(behaviour.settings && { options: startupOptions(behaviour.settings) }),
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
    hooks: {
      beforeConnect: async (config) => {
        if (behaviour.credentials) Object.assign(config, await behaviour.credentials());
      },
      afterConnect: (connection) => {
        age.opened(connection);
        connectionOpened();
      },
      beforePoolAcquire: acquireBegins,
      afterPoolAcquire: (connection) => {
        age.used(connection);
        acquireEnds(connection);
      },
    },
    // The client tells of every statement, those that fail and Sequelize's own included.
    logging: false,
    define: { underscored: true },
  };
  return new Sequelize(options);
}
