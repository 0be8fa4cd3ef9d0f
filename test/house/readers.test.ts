import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { parseServerlessConfig } from '../../local/serverless/serverlessConfig.ts';
import { mostReaders, readersOf } from '../../scripts/infra/readers.ts';
import { databases } from '../../scripts/template/data.ts';

const project = readFileSync('serverless.yml', 'utf8');
const { functions, routes, schedules } = parseServerlessConfig(project);
const reading = functions.filter(({ readsFromReader }) => readsFromReader).map(({ name }) => name);

it('reads the catalogue, the report and the lists for staff from the readers', () => {
  expect(reading.sort()).toEqual(
    ['getProduct', 'listCatalogueProducts', 'listCategories', 'listOrdersForFulfilment', 'listProducts', 'salesReport'].sort(),
  );
});

it.each(['docs/deploy.md', 'docs/design-decisions.md'])('%s names each function that reads from a reader', (page) => {
  const [section = ''] = /\n## Read.*?\n## /s.exec(readFileSync(page, 'utf8')) ?? [];
  expect(reading.filter((name) => !section.includes(`\`${name}\``))).toEqual([]);
});

it('connects a function to the writer if its route writes or a schedule invokes it', () => {
  const writing = routes.filter(({ method }) => method !== 'GET' && method !== 'HEAD').map(({ functionName }) => functionName);
  const scheduled = schedules.map(({ functionName }) => functionName);
  expect(reading.filter((name) => writing.includes(name) || scheduled.includes(name))).toEqual([]);
});

it('the functions that only read use a database host that depends on the number of readers', () => {
  const own = z.object({ functions: z.record(z.string(), z.object({ environment: z.optional(z.record(z.string(), z.unknown())) })) });
  const hosts = Object.values(own.parse(parse(project)).functions).flatMap(({ environment }) => environment?.['DATABASE_HOST'] ?? []);
  expect(new Set(hosts)).toEqual(new Set([`\${self:custom.database.readHost}`]));
  expect(readersOf(0)).toEqual({ host: { 'Fn::GetAtt': ['DatabaseProxy', 'Endpoint'] }, resources: { Resources: {} } });
  expect(readersOf(1).host).toEqual({ 'Fn::GetAtt': ['ReadOnlyEndpoint', 'Endpoint'] });
});

it.each([1, 2, mostReaders])('creates %i readers, and the endpoint after all of them', (count) => {
  const { Resources } = readersOf(count).resources;
  const readers = Object.entries(Resources).flatMap(([id, { Type }]) => (Type === 'AWS::RDS::DBInstance' ? [id] : []));
  expect(readers).toHaveLength(count);
  expect(Resources['ReadOnlyEndpoint']?.DependsOn).toEqual(['DatabaseProxyTarget', ...readers]);
});

it('rejects a read-only endpoint that leads to the writer', () => {
  const { Resources } = readersOf(1).resources;
  expect(databases({ Resources }, [])).toEqual([]);
  const endpoint = { Type: 'AWS::RDS::DBProxyEndpoint', Properties: { TargetRole: 'READ_WRITE' } };
  expect(databases({ Resources: { ...Resources, ReadOnlyEndpoint: endpoint } }, [])).toMatchObject([
    { code: 'writes', resource: 'ReadOnlyEndpoint' },
  ]);
});
