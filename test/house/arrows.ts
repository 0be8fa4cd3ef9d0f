import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';

/** The rooms of the house, by the files in them: the first that fits. */
const rooms: readonly (readonly [room: string, files: RegExp])[] = [
  ['migrate', /^functions\/migrate\.ts$/],
  ['functions', /^functions\//],
  ['http', /^lib\/http\//],
  ['database', /^lib\/database\//],
  ['models', /^lib\/models\//],
  ['products', /^lib\/products\//],
  ['catalogue', /^lib\/catalogue\//],
  ['customers', /^lib\/customers\//],
  ['orders', /^lib\/orders\//],
  ['payments', /^lib\/payments\//],
  ['reports', /^lib\/reports\//],
  ['events', /^lib\/events\//],
  ['rotation', /^lib\/rotation\//],
  ['migrator', /^lib\/migrator\//],
  ['errors', /^lib\/errors\.ts$/],
  ['json', /^lib\/json\.ts$/],
  ['config', /^lib\/config\.ts$/],
  ['invocation', /^lib\/invocation\.ts$/],
  ['log', /^lib\/log\.ts$/],
  ['scramVerifier', /^lib\/scramVerifier\.ts$/],
  ['requestLog', /^lib\/requestLog\.ts$/],
  ['awsCall', /^lib\/awsCall\.ts$/],
  ['secrets', /^lib\/secrets\.ts$/],
  ['loader', /^lib\/loader\//],
  ['migrations', /^migrations\//],
  ['scripts', /^scripts\//],
  ['local', /^local\//],
  ['client', /^client\//],
  ['load', /^test\/load\//],
];

/** Which room may import from which others. What is not listed is forbidden. */
export const arrows: Readonly<Record<string, readonly string[]>> = {
  migrate: ['migrator'],
  functions: [
    'http',
    'products',
    'catalogue',
    'customers',
    'orders',
    'payments',
    'reports',
    'events',
    'rotation',
    'database',
    'invocation',
  ],
  http: ['config', 'errors', 'json', 'log', 'invocation', 'requestLog'],
  products: ['models', 'database', 'errors'],
  catalogue: ['models', 'database', 'errors', 'invocation', 'products'],
  customers: ['models', 'database', 'errors', 'invocation'],
  orders: ['models', 'database', 'config', 'errors', 'json', 'products', 'log', 'invocation'],
  payments: ['models', 'database', 'errors', 'orders'],
  reports: ['models', 'database', 'errors'],
  events: ['database', 'config', 'log', 'errors', 'invocation', 'awsCall'],
  database: ['config', 'secrets', 'log', 'errors', 'invocation', 'models'],
  migrator: ['migrations', 'database', 'config', 'secrets', 'scramVerifier', 'log', 'errors', 'invocation', 'loader'],
  rotation: ['database', 'config', 'secrets', 'scramVerifier', 'log'],
  requestLog: ['config', 'log', 'invocation'],
  log: ['config', 'errors', 'invocation', 'loader'],
  awsCall: ['log', 'invocation'],
  secrets: ['config', 'errors', 'awsCall'],
  config: [],
  errors: [],
  json: [],
  scramVerifier: [],
  invocation: [],
  loader: [],
  models: [],
  migrations: [],
  // The description of the API is made of what the functions take, and of the shapes that the topics give.
  scripts: [
    'local',
    'migrations',
    'functions',
    'http',
    'products',
    'catalogue',
    'customers',
    'orders',
    'payments',
    'reports',
    'errors',
    'loader',
  ],
  client: [],
  local: ['config', 'scramVerifier'],
  load: ['local', 'scripts', 'config', 'client', 'migrator'],
};

/** The arrows as CONTRIBUTING.md shows them: a line for each room that imports from others, and one for those that import from none. */
export function arrowLines(): string {
  const lines = Object.entries(arrows).flatMap(([from, to]) =>
    to.length > 0 ? [`- \`${from}\` → ${to.map((name) => `\`${name}\``).join(', ')}`] : [],
  );
  const alone = Object.keys(arrows).filter((name) => arrows[name]?.length === 0);
  return [...lines, `- ${alone.map((name) => `\`${name}\``).join(', ')} → nothing of ours`].join('\n');
}

/** The room of a file, by its path from the top; undefined for a file that has none. */
function roomOf(file: string): string | undefined {
  return rooms.find(([, files]) => files.test(file))?.[0];
}

/** The paths, from the top, of our own files that a file imports, types and dynamic imports included. */
export function importsOf(file: string, source = readFileSync(file, 'utf8')): string[] {
  const { staticImports, staticExports, dynamicImports } = parseSync(file, source).module;
  const named = [
    ...staticImports.map((statement) => statement.moduleRequest.value),
    ...staticExports.flatMap((statement) => statement.entries.map((entry) => entry.moduleRequest?.value)),
    ...dynamicImports.map(({ moduleRequest }) => source.slice(moduleRequest.start + 1, moduleRequest.end - 1)),
  ];
  const ours = named.filter((id): id is string => id?.startsWith('.') ?? false);
  return [...new Set(ours.map((id) => path.join(path.dirname(file), id)))];
}

/** The imports of a file that no arrow allows, as sentences. */
export function forbiddenImports(file: string, source?: string): string[] {
  const room = roomOf(file);
  if (room === undefined) return [`${file} is in no room: give it one in test/house/arrows.ts`];
  return importsOf(file, source)
    .filter((target) => roomOf(target) !== room && !arrows[room]?.includes(roomOf(target) ?? ''))
    .map((target) => `${file} may not import ${target}: there is no arrow from ${room} to ${roomOf(target) ?? 'there'}`);
}
