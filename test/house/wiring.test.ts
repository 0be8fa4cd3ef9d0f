import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it, onTestFinished, vi } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { infraFunctions } from '../../scripts/infra/service.ts';
import { operationName } from '../../scripts/operationName.ts';
import { importsOf } from './allowedImports.ts';

const route = z.object({ method: z.string(), path: z.string(), authorizer: z.optional(z.unknown()) });
const service = z
  .object({
    provider: z.object({ timeout: z.number(), httpApi: z.object({ cors: z.object({ allowedMethods: z.array(z.string()) }) }) }),
    functions: z.record(
      z.string(),
      z.object({
        handler: z.string(),
        description: z.string(),
        timeout: z.optional(z.number()),
        reservedConcurrency: z.number(),
        package: z.object({ patterns: z.array(z.string()) }),
        events: z.optional(z.array(z.object({ httpApi: z.optional(z.union([z.literal('*'), route])) }))),
      }),
    ),
  })
  .parse(parse(readFileSync('serverless.yml', 'utf8')));
const declared = Object.entries(service.functions);
const routed = declared.filter(([, { events }]) => events?.some(({ httpApi }) => httpApi)).map(([name]) => name);
const files = readdirSync('functions').flatMap((file) => (file.endsWith('.ts') ? [file.replace(/\.ts$/, '')] : []));
/** Returns the files in the folder of a function that serves several routes: one file for each route. */
const verbsOf = (name: string) =>
  existsSync(`functions/${name}`) ? readdirSync(`functions/${name}`).map((file) => `${name}/${file.replace(/\.ts$/, '')}`) : [];
const verbs = files.flatMap(verbsOf);
const operationOf = (file: string) => operationName(file.slice(0, file.indexOf('/')), file.slice(file.indexOf('/') + 1));
const handlerOf = async (file: string) => {
  const [name, verb] = file.split('/');
  const { handler } = verb ? await import(`../../functions/${name}/${verb}.ts`) : await import(`../../functions/${name}.ts`);
  return handler;
};
/** Returns the files that validate the requests of a function: its own file, or those of its routes. */
const doorsOf = (name: string) => (verbsOf(name).length > 0 ? verbsOf(name) : [name]);

/**
 * The routes that this release moves from one function (the outer key) to another (the value). The old function keeps the handlers for one release
 * (CONTRIBUTING.md, "Add an endpoint"). In the next release, remove the routes from the old function's map and from this list.
 */
const moved: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  fulfilment: { 'GET /fulfilment/orders': 'listOrdersForFulfilment' },
  catalogue: { 'GET /catalogue/products': 'listCatalogueProducts' },
};
const keysOf = (name: string) =>
  (routes.find((one) => one.name === name)?.routes ?? []).flatMap(({ method, path }) => (method === 'HEAD' ? [] : [`${method} ${path}`]));

it('has a file for each function of serverless.yml, and a function for each file', () => {
  expect(declared.map(([name]) => name).sort()).toEqual(files.sort());
});

it.each(declared)('packages %s with its own files and no file of another function', (name, { handler, package: { patterns } }) => {
  expect(handler).toBe(`dist/functions/${name}.handler`);
  expect(patterns).toEqual([`dist/functions/${name}.*`]);
});

it.each(declared.filter(([, { events }]) => events?.some(({ httpApi }) => httpApi)))(
  "%s responds before the gateway's timeout",
  (_, { timeout }) => {
    expect(timeout ?? service.provider.timeout).toBeLessThan(30);
  },
);

it('has a function for each folder, with the same name', () => {
  const folders = readdirSync('functions').filter((file) => !file.endsWith('.ts'));
  expect(folders.filter((folder) => !files.includes(folder))).toEqual([]);
});

it.each(files.filter((name) => verbsOf(name).length > 0))(
  '%s has a handler for each of its routes in serverless.yml and for each moved route, and no other handler',
  async (name) => {
    const { handler } = await import(`../../functions/${name}.ts`);
    const kept = Object.keys(moved[name] ?? {});
    expect(Object.keys(handler.routes).sort()).toEqual([...keysOf(name), ...kept].sort());
    const own = Object.entries(handler.routes).flatMap(([key, each]) => (kept.includes(key) ? [] : [each]));
    expect(new Set(own)).toEqual(new Set(await Promise.all(verbsOf(name).map(handlerOf))));
  },
);

it.each(Object.entries(moved).flatMap(([name, keys]) => Object.entries(keys).map(([key, to]) => [name, key, to] as const)))(
  'the function %s keeps the handler of %s for one release, although the route moved to %s',
  async (name, key, to) => {
    expect(keysOf(to)).toContain(key);
    const { handler } = await import(`../../functions/${name}.ts`);
    expect(handler.routes[key]).toBe(await handlerOf(to));
  },
);

it('gives each operation a unique name', () => {
  const names = [...routed.filter((name) => verbsOf(name).length === 0), ...verbs.map(operationOf)];
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

it.each(routed.flatMap(doorsOf))('%s responds to an invalid request with a problem document', async (name) => {
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'true');
  vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'SILENT');
  onTestFinished(() => void vi.unstubAllEnvs());
  const handler = await handlerOf(name);
  const event = {
    headers: {},
    queryStringParameters: { nobody: 'knows this' },
    requestContext: { requestId: 'the-request', http: { method: 'GET', path: '/nowhere' } },
    isBase64Encoded: false,
  };
  const answer = await handler(event, { getRemainingTimeInMillis: () => 3_000 });
  expect(answer.headers).toMatchObject({ 'X-Request-Id': 'the-request', 'Content-Type': 'application/problem+json' });
  expect([401, 404, 422]).toContain(answer.statusCode);
});

it.each(routed.flatMap(doorsOf))('declares the statement budget of %s', (name) => {
  expect(readFileSync(`functions/${name}.ts`, 'utf8')).toMatch(/api\(\s*\{[^}]*\bstatements\b/);
});

const routes = declared.map(([name, { events = [] }]) => ({
  name,
  routes: events.flatMap(({ httpApi }) => (typeof httpApi === 'object' ? [httpApi] : [])),
}));

it.each(routes)('$name accepts HEAD on the same routes and from the same callers as GET', ({ routes }) => {
  const of = (wanted: string) => routes.filter(({ method }) => method === wanted).map(({ method: _, ...rest }) => rest);
  expect(of('HEAD')).toEqual(of('GET'));
});

it('CORS allows exactly the methods of the routes', () => {
  const methods = new Set(routes.flatMap(({ routes }) => routes.map(({ method }) => method)));
  expect(service.provider.httpApi.cors.allowedMethods).toEqual([...methods].sort());
});

it('keeps every file of functions/ within 25 lines, without SQL and without try', () => {
  for (const name of [...files, ...verbs]) {
    const source = readFileSync(`functions/${name}.ts`, 'utf8');
    expect(source.split('\n').length, name).toBeLessThanOrEqual(25);
    expect(source, name).not.toMatch(/\btry\b|\bselect\b.*\bfrom\b|\bquery\(/i);
  }
});

it.each(infraFunctions(readFileSync('serverless.yml', 'utf8')).map(({ name, access }) => [name, access] as const))(
  'grants %s exactly the permissions that its code needs',
  (name, access) => {
    const doors = { 'lib/database/': 'database', 'lib/events/': 'events', 'lib/migrator/': 'migrations', 'lib/rotation/': 'rotation' };
    const imports = doorsOf(name).flatMap((file) => importsOf(`functions/${file}.ts`));
    const wanted = Object.entries(doors).flatMap(([door, word]) => (imports.some((file) => file.startsWith(door)) ? [word] : []));
    expect([...access].sort(), `set custom.access.${name} in serverless.yml to [${wanted.join(', ')}]`).toEqual(wanted.sort());
  },
);
