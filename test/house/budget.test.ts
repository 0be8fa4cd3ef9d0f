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
  it('sums functions times pool, migrate and operators, and compares it with 80 % of the slots', () => {
    expect(connectionBudget([holder(65)], slots(100)).sums).toMatchObject([{ needed: 80, allowed: 80, headroom: 0 }]);
    expect(connectionBudget([holder(65)], slots(100)).faults).toEqual([]);
  });

  it('reports one connection too many, with the remedy', () => {
    expect(connectionBudget([holder(66)], slots(100)).faults).toEqual([
      expect.stringMatching(/^1 connections too many .*: lower reservedConcurrency or DATABASE_POOL_MAX, or use a larger instance/),
    ]);
    expect(connectionBudget([holder(33, 2)], slots(100)).faults).toHaveLength(1);
  });

  it('reports a function without a limit by name', () => {
    expect(connectionBudget([holder(undefined)], slots(5_000)).faults).toEqual([
      expect.stringMatching(/^listProducts has no reservedConcurrency/),
    ]);
  });

  it("compares callers with the proxy's clients, and the proxy with the server", () => {
    const proxy = { maxClients: 200, serverConnections: 20 };
    expect(connectionBudget([holder(200)], { ...slots(50), proxy }).faults).toEqual([]);
    expect(connectionBudget([holder(201)], { ...slots(50), proxy }).faults).toHaveLength(1);
    expect(connectionBudget([holder(200)], { ...slots(40), proxy }).faults).toHaveLength(1);
  });
});

describe('the budget with readers', () => {
  const reader = (reservedConcurrency: number) => ({ ...holder(reservedConcurrency), readsFromReader: true });
  const proxy = { maxClients: 200, serverConnections: 20 };

  it('still has room for all callers at the default endpoint, because there may be no reader', () => {
    expect(connectionBudget([holder(180), reader(20)], { ...slots(50), proxy }).faults).toEqual([]);
    expect(connectionBudget([holder(181), reader(20)], { ...slots(50), proxy }).faults).toEqual([
      expect.stringContaining('1 connections too many (callers of the proxy,'),
    ]);
  });

  it('compares the callers of the read-only endpoint with the connections to one reader', () => {
    expect(connectionBudget([holder(100), reader(21)], { ...slots(50), proxy }).faults).toEqual([
      expect.stringContaining('1 connections too many (with readers: callers of the read-only endpoint'),
    ]);
  });

  it('counts the functions with a DATABASE_HOST of their own', () => {
    const { sums } = budgetOf(project);
    const [, , atWriter, atReader] = sums;
    expect(atReader?.needed).toBeGreaterThan(0);
    expect((atWriter?.needed ?? 0) + (atReader?.needed ?? 0)).toBe(sums[0]?.needed);
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
])('%s has about %i connections', (instanceClass, connections) => {
  expect(maxConnectionsOf(instanceClass)).toBe(connections);
});
