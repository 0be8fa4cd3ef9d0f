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
  /** Where `maxConnections` comes from: the text `max_connections`, or an instance class. */
  readonly source: string;
  readonly proxy?: Proxy | undefined;
}

/** A proxy's limits. */
interface Proxy {
  readonly maxClients: number;
  /** The most connections that the proxy opens to the server. Each reader has the same limit. */
  readonly serverConnections: number;
  /** Whether `serverConnections` is computed as a percentage of the server's connections. A larger database then raises it. */
  readonly isPercentage: boolean;
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

// Assumes five concurrent runs of migrate, each with one connection for its lock and one for its work. Does not read migrate's reservedConcurrency.
const migrator = { who: 'migrate', environments: 5, each: 2, connections: 10 };
// For psql, a dashboard and operators during an incident.
const operator = { who: 'operators', environments: 1, each: 5, connections: 5 };
// The usable share of the server's connections. The rest is for superusers (3 connections), RDS's own sessions and a margin.
const share = 0.8;

/** A sum of connections and its limit. */
interface Comparison {
  readonly who: string;
  readonly needed: number;
  readonly allowed: number;
  readonly limit: string;
  /** What to do if `needed` exceeds `allowed`. Undefined if another comparison always reports the same excess. */
  readonly remedy?: string;
}

/**
 * Adds up the connections that may be open at once, and compares the sums with their limits:
 * - Without a proxy, all connections must fit into 80 % of the server's connections.
 * - With a proxy, the functions must fit into the proxy's limit for clients. The proxy's connections and the direct connections must fit into 80 %
 *   of the server's connections.
 * - With readers, the callers of the read-only endpoint must also fit into the proxy's connections to one reader. The proxy and the operators must
 *   fit into 80 % of the reader's connections.
 */
export function connectionBudget(holders: readonly Holder[], slots: Slots): Budget {
  const uncapped = holders.filter(({ reservedConcurrency }) => reservedConcurrency === undefined);
  const functions = holders.map(({ name, reservedConcurrency = 0, poolMax }) => ({
    who: name,
    environments: reservedConcurrency,
    each: poolMax,
    connections: reservedConcurrency * poolMax,
  }));
  const comparisons = slots.proxy ? withProxy(holders, slots, slots.proxy) : withoutProxy(holders, slots);
  const faults = [
    ...uncapped.map(
      ({ name }) => `${name} has no reservedConcurrency, so Lambda could start up to 1,000 environments. Set it in serverless.yml.`,
    ),
    ...comparisons
      .filter(({ needed, allowed, remedy }) => needed > allowed && remedy)
      .map(
        ({ who, needed, allowed, limit, remedy }) =>
          `The ${who} need ${needed} connections, but the limit is ${allowed}: ${limit}. ${remedy}.`,
      ),
  ];
  const sums = comparisons.map(({ who, needed, allowed, limit }) => ({
    of: `${who}; limit: ${limit}`,
    needed,
    allowed,
    headroom: allowed - needed,
  }));
  return { lines: [...functions, migrator, operator], sums, faults };
}

const sumOf = (holders: readonly Holder[]) =>
  holders.reduce((sum, { reservedConcurrency = 0, poolMax }) => sum + reservedConcurrency * poolMax, 0);
const ofServer = ({ maxConnections, source }: Slots) => ({
  allowed: Math.floor(maxConnections * share),
  limit: `${share * 100} % of ${maxConnections} (${source})`,
});
const lower = 'Lower the reservedConcurrency or DATABASE_POOL_MAX of functions';

function withoutProxy(holders: readonly Holder[], slots: Slots): Comparison[] {
  return [
    {
      who: 'functions, migrate and operators',
      needed: sumOf(holders) + migrator.connections + operator.connections,
      ...ofServer(slots),
      remedy: `${lower}, use a larger database, or put a proxy before the database (DATABASE_VIA_PROXY and custom.database.proxy)`,
    },
  ];
}

function withProxy(holders: readonly Holder[], slots: Slots, { maxClients, serverConnections, isPercentage }: Proxy): Comparison[] {
  const callers = holders.filter(({ isDirect }) => !isDirect);
  const direct = holders.filter(({ isDirect }) => isDirect);
  const reading = sumOf(callers.filter(({ readsFromReader }) => readsFromReader));
  const server = ofServer(slots);
  const ofClients = { allowed: maxClients, limit: 'custom.database.proxy.maxClients' };
  // If the proxy's share is given in percent and is at least 80 %, the proxy alone fills the limit of 80 %, however large the database is. So a larger
  // database does not help.
  const orLarger = !isPercentage || serverConnections < server.allowed ? ', or use a larger database' : '';
  const lowerShare = 'Lower custom.database.proxy.maxConnectionsPercent';
  const besidesProxy = sumOf(direct) + migrator.connections + operator.connections;
  const needed = serverConnections + besidesProxy;
  // A reservedConcurrency of 1 cannot be lowered.
  const lowerable = direct.filter(({ reservedConcurrency = 0 }) => reservedConcurrency > 1);
  const saved = lowerable.reduce((sum, { reservedConcurrency = 0, poolMax }) => sum + (reservedConcurrency - 1) * poolMax, 0);
  const orDirect =
    saved >= needed - server.allowed && saved > 0 ? `, or the reservedConcurrency of ${lowerable.map(({ name }) => name).join(', ')}` : '';
  const all: Comparison[] = [
    // Without readers, the default endpoint receives all connections. With readers, the read-only endpoint receives a part of them.
    {
      who: 'callers of the proxy',
      needed: sumOf(callers),
      ...ofClients,
      remedy: `${lower} that use the proxy, or raise custom.database.proxy.maxClients together with maxConnectionsPercent, so that no client waits`,
    },
    {
      who: ['proxy', ...direct.map(({ name }) => name), 'migrate and operators'].join(', '),
      needed,
      ...server,
      remedy: `${lowerShare}${orDirect}${orLarger}`,
    },
  ];
  if (reading === 0) return all;
  const orRaise = reading + besidesProxy <= server.allowed ? ', or raise custom.database.proxy.maxConnectionsPercent' : '';
  return [
    ...all,
    // Needs no remedy: if this sum exceeds the limit, so does the sum of all callers of the proxy, which has a remedy.
    { who: "callers of the proxy's default endpoint, with readers", needed: sumOf(callers) - reading, ...ofClients },
    // The proxy's limit applies to each instance. One reader must be able to serve all callers, because the other readers may be down.
    {
      who: "callers of the proxy's read-only endpoint",
      needed: reading,
      allowed: serverConnections,
      limit: "the proxy's connections to one reader",
      remedy: `${lower} that read from readers${orRaise}${isPercentage ? ', or use a larger database' : ''}`,
    },
    {
      who: 'proxy and operators on each reader',
      needed: serverConnections + operator.connections,
      ...server,
      remedy: `${lowerShare}${orLarger}`,
    },
  ];
}

// Memory in GiB for each size: https://aws.amazon.com/rds/instance-types/. All families of one kind, such as t3 and t4g, have the same values.
const sizes: Readonly<Record<'burstable' | 'general' | 'memory', Readonly<Record<string, number>>>> = {
  burstable: { micro: 1, small: 2, medium: 4, large: 8, xlarge: 16, '2xlarge': 32 },
  general: { large: 8, xlarge: 16, '2xlarge': 32, '4xlarge': 64, '8xlarge': 128, '12xlarge': 192, '16xlarge': 256 },
  memory: { large: 16, xlarge: 32, '2xlarge': 64, '4xlarge': 128, '8xlarge': 256, '12xlarge': 384, '16xlarge': 512 },
};
// The memory that the operating system and RDS use. RDS subtracts it first, so a db.t3.micro with 1 GiB has only about 81 connections.
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
