/** A function that holds connections. */
interface Holder {
  readonly name: string;
  /** Maximum number of environments; undefined if it is unlimited. */
  readonly reservedConcurrency: number | undefined;
  /** Connections that an environment may hold. */
  readonly poolMax: number;
  /** Whether the function connects directly even if there is a proxy. */
  readonly isDirect?: boolean;
  /** Whether the function uses the proxy's read-only endpoint if there are readers. */
  readonly readsFromReader?: boolean | undefined;
}

/** The connections that the database offers. */
export interface Slots {
  readonly maxConnections: number;
  /** The source of the number, as text. */
  readonly source: string;
  /** A proxy's limits: connections from clients, and connections to the server. */
  readonly proxy?: { readonly maxClients: number; readonly serverConnections: number } | undefined;
}

interface Line {
  readonly who: string;
  readonly environments: number;
  readonly each: number;
  readonly connections: number;
}

interface Budget {
  readonly lines: readonly Line[];
  readonly sums: readonly { readonly of: string; readonly needed: number; readonly allowed: number; readonly headroom: number }[];
  /** The exceeded limits, each with its remedy. */
  readonly faults: readonly string[];
}

// At most five runs, each with one connection for its lock and one for its work. Independent of migrate's reservedConcurrency.
const migrator = { who: 'migrate', environments: 5, each: 2, connections: 10 };
// For psql, a dashboard and operators during an incident.
const operator = { who: 'operators', environments: 1, each: 5, connections: 5 };
// The rest is for the server's reserve (3 for superusers, RDS's own sessions) and as a margin.
const share = 0.8;

/**
 * Adds up the connections that may be open at once, and compares the sum with 80 % of the server's. With a proxy, compares the functions' connections
 * with the proxy's limit, and the proxy's with the server's. Does so for the writer and for each reader.
 */
export function connectionBudget(holders: readonly Holder[], { maxConnections, source, proxy }: Slots): Budget {
  const uncapped = holders.filter(({ reservedConcurrency }) => reservedConcurrency === undefined);
  const functions = holders.map(({ name, reservedConcurrency = 0, poolMax }) => ({
    who: name,
    environments: reservedConcurrency,
    each: poolMax,
    connections: reservedConcurrency * poolMax,
  }));
  const sumOf = (isDirect: boolean) =>
    holders.reduce((sum, each) => sum + (Boolean(each.isDirect) === isDirect ? (each.reservedConcurrency ?? 0) * each.poolMax : 0), 0);
  const callers = sumOf(false);
  const direct = sumOf(true) + migrator.connections + operator.connections;
  const compare = (of: string, needed: number, allowed: number) => ({ of, needed, allowed, headroom: allowed - needed });
  const ofServer = Math.floor(maxConnections * share);
  const reading = holders.reduce((sum, each) => sum + (each.readsFromReader ? (each.reservedConcurrency ?? 0) * each.poolMax : 0), 0);
  const sums = proxy
    ? [
        // Without readers, the default endpoint receives all connections. With readers, the read-only endpoint receives a part of them.
        compare(`callers of the proxy, of its ${proxy.maxClients} clients`, callers, proxy.maxClients),
        compare(`proxy, migrate and operators, of 80 % of ${maxConnections} (${source})`, proxy.serverConnections + direct, ofServer),
        ...(reading === 0
          ? []
          : [
              // The proxy's share applies to each instance. One reader must be able to serve all callers, because the others may be down.
              compare('with readers: callers of the default endpoint', callers - reading, proxy.maxClients),
              compare('with readers: callers of the read-only endpoint, on one reader', reading, proxy.serverConnections),
              compare(
                `proxy and operators on each reader, of 80 % of ${maxConnections}`,
                proxy.serverConnections + operator.connections,
                ofServer,
              ),
            ]),
      ]
    : [compare(`all, of 80 % of ${maxConnections} (${source})`, callers + direct, ofServer)];
  const remedy = proxy ? 'raise the limits of the proxy or the server' : 'use a larger instance or a proxy (DATABASE_VIA_PROXY)';
  const faults = [
    ...uncapped.map(
      ({ name }) => `${name} has no reservedConcurrency, so Lambda could start up to 1,000 environments. Set it in serverless.yml.`,
    ),
    ...sums
      .filter(({ headroom }) => headroom < 0)
      .map(
        ({ of, headroom }) => `${-headroom} connections too many (${of}): lower reservedConcurrency or DATABASE_POOL_MAX, or ${remedy}.`,
      ),
  ];
  return { lines: [...functions, migrator, operator], sums, faults };
}

// Memory in GiB by size: https://aws.amazon.com/rds/instance-types/. Families of a kind have the same memory for each size.
const sizes: Readonly<Record<'burstable' | 'general' | 'memory', Readonly<Record<string, number>>>> = {
  burstable: { micro: 1, small: 2, medium: 4, large: 8, xlarge: 16, '2xlarge': 32 },
  general: { large: 8, xlarge: 16, '2xlarge': 32, '4xlarge': 64, '8xlarge': 128, '12xlarge': 192, '16xlarge': 256 },
  memory: { large: 16, xlarge: 32, '2xlarge': 64, '4xlarge': 128, '8xlarge': 256, '12xlarge': 384, '16xlarge': 512 },
};
// The memory that the system and RDS use, which DBInstanceClassMemory excludes: a db.t3.micro with 1 GiB has about 81 connections.
const takenMiB = 287;

/**
 * Estimates RDS's default max_connections: LEAST(memory / 9531392, 5000). RDS's own memory use varies, so `show max_connections` on the server is
 * more accurate.
 * @throws RangeError for an unknown instance class
 */
export function maxConnectionsOf(instanceClass: string): number {
  const [, family = '', size = ''] = /^db\.([a-z]\d[a-z]*)\.(\w+)$/.exec(instanceClass) ?? [];
  const kind = family.startsWith('t') ? 'burstable' : family.startsWith('m') ? 'general' : /^[rx]/.test(family) ? 'memory' : undefined;
  const gib = kind && sizes[kind][size];
  if (gib === undefined) throw new RangeError(`The memory of ${instanceClass} is unknown: set maxConnections instead`);
  return Math.min(5_000, Math.floor(((gib * 1024 - takenMiB) * 1024 * 1024) / 9_531_392));
}
