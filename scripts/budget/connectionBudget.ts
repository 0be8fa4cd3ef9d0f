/** What holds connections: a function with its cap. */
interface Holder {
  readonly name: string;
  /** Environments at most; undefined where nothing caps them. */
  readonly reservedConcurrency: number | undefined;
  /** Connections that an environment may hold. */
  readonly poolMax: number;
  /** Passes the proxy by, where there is one. */
  readonly isDirect?: boolean;
}

/** What there is to share out. */
export interface Slots {
  readonly maxConnections: number;
  /** In words: where the number comes from. */
  readonly source: string;
  /** Behind a proxy: what it takes from callers, and what it opens to the server. */
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
  /** What does not hold, each with what to change; empty where everything does. */
  readonly faults: readonly string[];
}

// Five runs at most, each with a connection for its lock and one for its work: reservedConcurrency of migrate, whatever is configured.
const migrator = { who: 'migrate', environments: 5, each: 2, connections: 10 };
// psql, a dashboard, an operator during an incident.
const operator = { who: 'operators', environments: 1, each: 5, connections: 5 };
// The rest is the server's own reserve (3 for superusers, RDS's own sessions) and room for the unexpected.
const share = 0.8;

/** Adds up what may be held at once, and compares it with 80 % of what there is. Behind a proxy, callers are compared with its limit, and it with the server's. */
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
  const sums = proxy
    ? [
        compare(`callers of the proxy, of its ${proxy.maxClients} clients`, callers, proxy.maxClients),
        compare(`proxy, migrate and operators, of 80 % of ${maxConnections} (${source})`, proxy.serverConnections + direct, ofServer),
      ]
    : [compare(`all, of 80 % of ${maxConnections} (${source})`, callers + direct, ofServer)];
  const remedy = proxy ? 'give the proxy more, or the server' : 'take a larger instance, put a proxy in front (DATABASE_VIA_PROXY)';
  const faults = [
    ...uncapped.map(
      ({ name }) => `${name} has no reservedConcurrency: Lambda would start up to 1,000 of it. Give it one in serverless.yml.`,
    ),
    ...sums
      .filter(({ headroom }) => headroom < 0)
      .map(
        ({ of, headroom }) => `${-headroom} connections too many (${of}): lower reservedConcurrency or DATABASE_POOL_MAX, or ${remedy}.`,
      ),
  ];
  return { lines: [...functions, migrator, operator], sums, faults };
}

// GiB of memory: https://aws.amazon.com/rds/instance-types/. A class is family and size; families share the sizes' memory.
const sizes: Readonly<Record<'burstable' | 'general' | 'memory', Readonly<Record<string, number>>>> = {
  burstable: { micro: 1, small: 2, medium: 4, large: 8, xlarge: 16, '2xlarge': 32 },
  general: { large: 8, xlarge: 16, '2xlarge': 32, '4xlarge': 64, '8xlarge': 128, '12xlarge': 192, '16xlarge': 256 },
  memory: { large: 16, xlarge: 32, '2xlarge': 64, '4xlarge': 128, '8xlarge': 256, '12xlarge': 384, '16xlarge': 512 },
};
// What the system and RDS itself take before DBInstanceClassMemory is computed: a db.t3.micro of 1 GiB has about 81 connections.
const takenMiB = 287;

/**
 * max_connections as RDS sets it by default: LEAST(memory / 9531392, 5000). An estimate, for what RDS takes of the memory itself varies:
 * where the server can be asked, its own `show max_connections` is better.
 * @throws RangeError for a class that is not known here
 */
export function maxConnectionsOf(instanceClass: string): number {
  const [, family = '', size = ''] = /^db\.([a-z]\d[a-z]*)\.(\w+)$/.exec(instanceClass) ?? [];
  const kind = family.startsWith('t') ? 'burstable' : family.startsWith('m') ? 'general' : /^[rx]/.test(family) ? 'memory' : undefined;
  const gib = kind && sizes[kind][size];
  if (gib === undefined) throw new RangeError(`The memory of ${instanceClass} is not known here: say max_connections itself`);
  return Math.min(5_000, Math.floor(((gib * 1024 - takenMiB) * 1024 * 1024) / 9_531_392));
}
