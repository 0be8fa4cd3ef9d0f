import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { connectionBudget, maxConnectionsOf } from '../../scripts/budget/connectionBudget.ts';
import { budgetOf } from '../../scripts/budget.ts';

const project = readFileSync('serverless.yml', 'utf8');
const holder = (reservedConcurrency: number | undefined, poolMax = 1) => ({ name: 'listProducts', reservedConcurrency, poolMax });
const slots = (maxConnections: number) => ({ maxConnections, source: 'max_connections' });

it('this project’s configuration is within the budget', () => {
  const { lines, sums, faults } = budgetOf(project);
  expect(faults).toEqual([]);
  const callers = lines.filter(({ who }) => !['rotateApiPassword', 'migrate', 'operators'].includes(who));
  expect(sums[0]?.needed).toBe(callers.reduce((sum, { connections }) => sum + connections, 0));
  expect(lines.at(-2)).toEqual({ who: 'migrate', environments: 5, each: 2, connections: 10 });
});

describe('the budget', () => {
  it('compares the connections of functions, migrate and operators with 80 % of the slots', () => {
    expect(connectionBudget([holder(65)], slots(100)).sums).toMatchObject([{ needed: 80, allowed: 80, headroom: 0 }]);
    expect(connectionBudget([holder(65)], slots(100)).faults).toEqual([]);
  });

  it('reports one connection above the limit, with the remedies', () => {
    expect(connectionBudget([holder(66)], slots(100)).faults).toEqual([
      'The functions, migrate and operators need 81 connections, but the limit is 80: 80 % of 100 (max_connections). Lower the reservedConcurrency or ' +
        'DATABASE_POOL_MAX of functions, use a larger database, or put a proxy before the database (DATABASE_VIA_PROXY and custom.database.proxy).',
    ]);
    expect(connectionBudget([holder(33, 2)], slots(100)).faults).toHaveLength(1);
  });

  it('names a function that has no reservedConcurrency', () => {
    expect(connectionBudget([holder(undefined)], slots(5_000)).faults).toEqual([
      expect.stringMatching(/^listProducts has no reservedConcurrency/),
    ]);
  });

  it("compares the callers with the proxy's maximum of clients, and the proxy's connections with the limit of the server", () => {
    const proxy = { maxClients: 200, serverConnections: 20, isPercentage: true };
    expect(connectionBudget([holder(200)], { ...slots(50), proxy }).faults).toEqual([]);
    expect(connectionBudget([holder(201)], { ...slots(50), proxy }).faults).toHaveLength(1);
    expect(connectionBudget([holder(200)], { ...slots(40), proxy }).faults).toHaveLength(1);
  });
});

describe('the budget with readers', () => {
  const reader = (reservedConcurrency: number) => ({ ...holder(reservedConcurrency), readsFromReader: true });
  const proxy = { maxClients: 200, serverConnections: 20, isPercentage: true };

  it('requires room for all callers at the default endpoint, because a stage may have no reader', () => {
    expect(connectionBudget([holder(180), reader(20)], { ...slots(50), proxy }).faults).toEqual([]);
    expect(connectionBudget([holder(181), reader(20)], { ...slots(50), proxy }).faults).toEqual([
      expect.stringMatching(/^The callers of the proxy need 201 connections, but the limit is 200: /),
    ]);
  });

  it('reports too many callers of the default endpoint only once, although they exceed two limits', () => {
    expect(connectionBudget([holder(210), reader(10)], { ...slots(50), proxy }).faults).toEqual([
      expect.stringMatching(/^The callers of the proxy need 220 connections/),
    ]);
  });

  it('compares the callers of the read-only endpoint with the connections to one reader', () => {
    expect(connectionBudget([holder(100), reader(21)], { ...slots(50), proxy }).faults).toEqual([
      expect.stringMatching(/^The callers of the proxy's read-only endpoint need 21 connections, but the limit is 20: /),
    ]);
  });

  it('counts a function with its own DATABASE_HOST as a caller of the read-only endpoint', () => {
    const { sums } = budgetOf(project);
    const [, , atWriter, atReader] = sums;
    expect(atReader?.needed).toBeGreaterThan(0);
    expect((atWriter?.needed ?? 0) + (atReader?.needed ?? 0)).toBe(sums[0]?.needed);
  });
});

describe('the fault disappears after the remedy:', () => {
  const direct = (reservedConcurrency: number) => ({ ...holder(reservedConcurrency), name: 'rotateApiPassword', isDirect: true });
  const reader = (reservedConcurrency: number, poolMax = 1) => ({ ...holder(reservedConcurrency, poolMax), readsFromReader: true });
  const proxied = (maxConnections: number, maxClients: number, serverConnections: number, isPercentage = true) => ({
    ...slots(maxConnections),
    proxy: { maxClients, serverConnections, isPercentage },
  });
  const callers = 'Lower the reservedConcurrency or DATABASE_POOL_MAX of functions that use the proxy';

  it.each([
    ['Lower the reservedConcurrency or DATABASE_POOL_MAX of functions', [holder(33, 2)], slots(100), [holder(32, 2)], slots(100)],
    ['or DATABASE_POOL_MAX of functions', [holder(33, 2)], slots(100), [holder(33, 1)], slots(100)],
    ['use a larger database', [holder(66)], slots(100), [holder(66)], slots(102)],
    ['put a proxy before the database', [holder(66)], slots(100), [holder(66)], proxied(100, 66, 65)],
    [callers, [holder(51, 2)], proxied(200, 100, 100), [holder(50, 2)], proxied(200, 100, 100)],
    [callers, [holder(51, 2)], proxied(200, 100, 100), [holder(51, 1)], proxied(200, 100, 100)],
    ['raise custom.database.proxy.maxClients', [holder(101)], proxied(200, 100, 100), [holder(101)], proxied(200, 101, 101)],
    ['Lower custom.database.proxy.maxConnectionsPercent', [direct(6)], proxied(200, 100, 140), [direct(6)], proxied(200, 100, 139)],
    ['the reservedConcurrency of rotateApiPassword', [direct(6)], proxied(200, 100, 140), [direct(5)], proxied(200, 100, 140)],
    // With 210 instead of 200 connections, the limit (80 %) rises by 8 and the proxy's share (70 %) by 7. So one more direct connection fits.
    ['use a larger database', [direct(6)], proxied(200, 100, 140), [direct(6)], proxied(210, 100, 147)],
    [
      'of functions that read from readers',
      [holder(1), reader(11, 2)],
      proxied(200, 100, 20),
      [holder(1), reader(10, 2)],
      proxied(200, 100, 20),
    ],
    [
      'of functions that read from readers',
      [holder(1), reader(11, 2)],
      proxied(200, 100, 20),
      [holder(1), reader(11, 1)],
      proxied(200, 100, 20),
    ],
    [
      'raise custom.database.proxy.maxConnectionsPercent',
      [holder(1), reader(22)],
      proxied(200, 100, 20),
      [holder(1), reader(22)],
      proxied(200, 100, 22),
    ],
    // The proxy's share is 10 % of `max_connections`, and a reader has the same `max_connections` as the writer. So a larger database gives the
    // proxy more connections to a reader.
    ['use a larger database', [holder(1), reader(22)], proxied(200, 100, 20), [holder(1), reader(22)], proxied(220, 100, 22)],
    // `false`: the proxy's connections are a fixed number, as with --proxy-connections. So a larger database leaves more slots for `migrate` and operators.
    ['use a larger database', [holder(1)], proxied(200, 100, 165, false), [holder(1)], proxied(300, 100, 165, false)],
  ])('%s', (remedy, holders, database, holdersAfter, databaseAfter) => {
    expect(connectionBudget(holders, database).faults).toEqual([expect.stringContaining(remedy)]);
    expect(connectionBudget(holdersAfter, databaseAfter).faults).toEqual([]);
  });

  it('names no remedy that does not help', () => {
    // The proxy alone may use the whole limit of 80 %. So nothing is left for `migrate` and operators, however large the database is.
    expect(connectionBudget([], proxied(200, 100, 160)).faults).toEqual([expect.not.stringContaining('larger database')]);
    // The function has only one environment, so its reservedConcurrency cannot be lowered.
    expect(connectionBudget([direct(1)], proxied(200, 100, 145)).faults).toEqual([expect.not.stringContaining('reservedConcurrency')]);
    // A reservedConcurrency of 1 instead of 4 saves three connections, but there are five too many.
    expect(connectionBudget([direct(4)], proxied(200, 100, 146)).faults).toEqual([expect.not.stringContaining('reservedConcurrency')]);
    // Raising maxConnectionsPercent does not help. A share that allows 146 connections to a reader also allows 146 to the writer. With the 15 of `migrate`
    // and operators, that is 161, but the writer's limit is 160.
    const tooMany = connectionBudget([holder(1), reader(146)], proxied(200, 200, 20)).faults;
    expect(tooMany).toEqual([expect.not.stringContaining('raise')]);
    // The number of callers does not change the proxy's connections to the server.
    expect(connectionBudget([holder(50)], proxied(200, 100, 150)).faults).toEqual([
      expect.not.stringMatching(/reservedConcurrency|maxClients/),
    ]);
  });
});

/** A small serverless.yml with two functions of 40 environments each. */
const small = ({ database = '{ maxConnections: 200 }', environment = '{}', access = '' }) => `
service: shop
custom:
  database: ${database}
  ${access}
provider: { environment: ${environment} }
functions:
  read: { handler: dist/read.handler, reservedConcurrency: 40 }
  write: { handler: dist/write.handler, reservedConcurrency: 40 }`;

it('flags override the file, and a database of unknown size is rejected', () => {
  expect(budgetOf(small({})).faults).toEqual([]);
  expect(budgetOf(small({}), { 'max-connections': '50' }).faults).toHaveLength(1);
  expect(budgetOf(small({}), { 'instance-class': 'db.t3.micro' }).faults).toHaveLength(1);
  expect(() => budgetOf(small({ database: '{ unknown: 1 }' }))).toThrow(/custom.database.instanceClass/);
  expect(() => budgetOf(small({}), { 'instance-class': 'db.z9.huge' })).toThrow(/set maxConnections instead/);
});

it('rejects a pool size from a variable, and a proxy without limits', () => {
  expect(() => budgetOf(small({ environment: `{ DATABASE_POOL_MAX: '\${param:poolMax}' }` }))).toThrow(
    /DATABASE_POOL_MAX must be a plain number/,
  );
  const viaProxy = { environment: "{ DATABASE_VIA_PROXY: 'true' }" };
  expect(() => budgetOf(small(viaProxy))).toThrow(/custom.database.proxy/);
  expect(budgetOf(small(viaProxy), { 'proxy-clients': '100', 'proxy-connections': '20' }).faults).toEqual([]);
  expect(budgetOf(small({ environment: "{ DATABASE_POOL_MAX: '3' }" })).faults).toHaveLength(1);
});

it("the proxy’s share is a percentage of the server's connections", () => {
  const proxied = (percent: number) =>
    budgetOf(
      small({
        database: `{ maxConnections: 200, proxy: { maxConnectionsPercent: ${percent}, maxClients: 90 } }`,
        environment: "{ DATABASE_VIA_PROXY: 'true' }",
      }),
    );
  expect(proxied(72).sums[1]).toMatchObject({ needed: 144 + 15, allowed: 160 });
  expect(proxied(72).faults).toEqual([]);
  expect(proxied(73).faults).toHaveLength(1);
});

it('a function without access to a secret holds no connection, and the rotation function bypasses the proxy', () => {
  const database = '{ maxConnections: 200, proxy: { maxConnectionsPercent: 50, maxClients: 90 } }';
  const { lines, sums } = budgetOf(small({ database, access: 'access: { read: [], write: [rotation] }' }));
  expect(lines.map(({ who }) => who)).toEqual(['write', 'migrate', 'operators']);
  expect(sums.map(({ needed }) => needed)).toEqual([0, 100 + 40 + 15]);
});

it.each([
  ['db.t3.micro', 81],
  ['db.t4g.small', 193],
  ['db.r6g.16xlarge', 5_000],
])('%s has a max_connections of about %i', (instanceClass, connections) => {
  expect(maxConnectionsOf(instanceClass)).toBe(connections);
});
