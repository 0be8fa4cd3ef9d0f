// npm run budget: compares the connections that the functions of serverless.yml may open with the connections that the database allows.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { root } from '../local/directory.ts';
import { Failure, messageOf } from '../local/failure.ts';
import { parseServerlessConfig } from '../local/serverless/serverlessConfig.ts';
import { parseFlags } from './arguments.ts';
import { connectionBudget, maxConnectionsOf, type Slots } from './budget/connectionBudget.ts';
import { reportFailure } from './reportFailure.ts';

const usage = 'npm run budget -- [--instance-class db.t4g.small | --max-connections n] [--proxy-clients n --proxy-connections n] [--json]';
const number = z.coerce.number().int().positive();
const configured = z.object({
  custom: z
    .object({
      database: z
        .object({
          instanceClass: z.string().optional(),
          maxConnections: number.optional(),
          proxy: z.object({ maxClients: number, maxConnectionsPercent: number.max(100) }).optional(),
        })
        .optional(),
      // The permissions of each function. Only functions with `database` or `rotation` open connections. `migrate` is counted separately.
      access: z.record(z.string(), z.array(z.string())).optional(),
    })
    .optional(),
});

type Given = Partial<Record<'instance-class' | 'max-connections' | 'proxy-clients' | 'proxy-connections', string | undefined>>;

/** Computes the budget of a serverless.yml. Flags override its `custom.database`. Throws a Failure if the size of the database is missing. */
export function budgetOf(text: string, given: Given = {}) {
  const { functions } = parseServerlessConfig(text);
  const { access = {} } = configured.parse(parse(text, { logLevel: 'silent' })).custom ?? {};
  const mayConnect = (name: string) => access[name]?.some((word) => word === 'database' || word === 'rotation') ?? true;
  const holders = functions
    .filter(({ name, reservedConcurrency }) => name !== 'migrate' && (mayConnect(name) || reservedConcurrency === undefined))
    .map(({ name, reservedConcurrency, environment, environmentKeys, readsFromReader }) => {
      const poolMax = environment['DATABASE_POOL_MAX'];
      if (poolMax === undefined && environmentKeys.includes('DATABASE_POOL_MAX')) {
        throw new Failure(`${name}: DATABASE_POOL_MAX must be a plain number in serverless.yml, because the budget is computed from it`);
      }
      const isDirect = access[name]?.includes('rotation') ?? false;
      return { name, reservedConcurrency, poolMax: number.parse(poolMax ?? 1), isDirect, readsFromReader };
    });
  const slots = slotsOf(text, given);
  if (!slots.proxy && functions.some(({ environment }) => environment['DATABASE_VIA_PROXY'] === 'true')) {
    throw new Failure(
      "DATABASE_VIA_PROXY is true, but the proxy's limits are missing: set custom.database.proxy: { maxClients, maxConnectionsPercent }",
    );
  }
  return connectionBudget(holders, slots);
}

function slotsOf(text: string, given: Given): Slots {
  const database = configured.parse(parse(text, { logLevel: 'silent' })).custom?.database;
  const clients = given['proxy-clients'];
  const proxyOf = (maxConnections: number) => {
    if (clients)
      return { maxClients: number.parse(clients), serverConnections: number.parse(given['proxy-connections']), isPercentage: false };
    if (!database?.proxy) return undefined;
    const { maxClients, maxConnectionsPercent } = database.proxy;
    return { maxClients, serverConnections: Math.floor((maxConnections * maxConnectionsPercent) / 100), isPercentage: true };
  };
  const slots = (count: number, source: string): Slots => ({ maxConnections: count, source, proxy: proxyOf(count) });
  const flagged = given['instance-class'] ?? given['max-connections'];
  const maxConnections = given['max-connections'] ?? (flagged ? undefined : database?.maxConnections);
  const instanceClass = given['instance-class'] ?? (flagged ? undefined : database?.instanceClass);
  if (maxConnections !== undefined) return slots(number.parse(maxConnections), 'max_connections');
  if (instanceClass !== undefined) return slots(maxConnectionsOf(instanceClass), instanceClass);
  throw new Failure(
    `The size of the database is missing: set custom.database.instanceClass or maxConnections in serverless.yml. Usage: ${usage}`,
  );
}

async function main(): Promise<void> {
  const { values } = parseFlags(usage, {
    'instance-class': { type: 'string' },
    'max-connections': { type: 'string' },
    'proxy-clients': { type: 'string' },
    'proxy-connections': { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  const budget = readBudget(await readFile(path.join(root, 'serverless.yml'), 'utf8'), values);
  if (values.json) console.log(JSON.stringify(budget, undefined, 2));
  else {
    console.table(budget.lines);
    console.table(budget.sums);
  }
  if (budget.faults.length > 0) throw new Failure(`The connection budget is exceeded. ${budget.faults.join(' ')}`);
}

function readBudget(text: string, given: Given) {
  try {
    return budgetOf(text, given);
  } catch (cause) {
    throw cause instanceof Failure ? cause : new Failure(messageOf(cause), { cause });
  }
}

if (import.meta.main) await main().catch(reportFailure);
