import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';

/** The rooms of the code base with the files in them. The first match counts. */
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
  ['fulfilment', /^lib\/fulfilment\//],
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
  ['routePattern', /^lib\/routePattern\.ts$/],
  ['loader', /^lib\/loader\//],
  ['migrations', /^migrations\//],
  ['scripts', /^scripts\//],
  ['local', /^local\//],
  ['client', /^client\//],
  ['load', /^test\/load\//],
];

/** The rooms from which each room may import. Any other import is forbidden. */
export const arrows: Readonly<Record<string, readonly string[]>> = {
  migrate: ['migrator'],
  functions: [
    'http',
    'products',
    'catalogue',
    'customers',
    'orders',
    'fulfilment',
    'payments',
    'reports',
    'events',
    'rotation',
    'database',
    'invocation',
  ],
  http: ['config', 'errors', 'json', 'log', 'invocation', 'requestLog', 'routePattern'],
  products: ['models', 'database', 'errors'],
  catalogue: ['models', 'database', 'errors', 'invocation', 'products'],
  customers: ['models', 'database', 'errors', 'invocation'],
  orders: ['models', 'database', 'config', 'errors', 'json', 'products', 'log', 'invocation'],
  fulfilment: ['models', 'database', 'orders'],
  payments: ['models', 'database', 'errors', 'orders'],
  reports: ['models', 'database', 'errors'],
  events: ['models', 'database', 'config', 'log', 'errors', 'invocation', 'awsCall'],
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
  routePattern: [],
  loader: [],
  models: [],
  migrations: [],
  // The API description is generated from the functions' request schemas and the topics' views.
  scripts: [
    'local',
    'migrations',
    'functions',
    'http',
    'products',
    'catalogue',
    'customers',
    'orders',
    'fulfilment',
    'payments',
    'reports',
    'events',
    'errors',
    'loader',
    'models',
  ],
  client: [],
  local: ['config', 'scramVerifier', 'routePattern'],
  load: ['local', 'scripts', 'config', 'client', 'migrator'],
};

/** Returns the arrows as in CONTRIBUTING.md: a line for each room with imports, and one line for all rooms without. */
export function arrowLines(): string {
  const lines = Object.entries(arrows).flatMap(([from, to]) =>
    to.length > 0 ? [`- \`${from}\` → ${to.map((name) => `\`${name}\``).join(', ')}`] : [],
  );
  const alone = Object.keys(arrows).filter((name) => arrows[name]?.length === 0);
  return [...lines, `- ${alone.map((name) => `\`${name}\``).join(', ')} → nothing of ours`].join('\n');
}

/** Returns the room of a file, given its path from the root; undefined if it has none. */
function roomOf(file: string): string | undefined {
  return rooms.find(([, files]) => files.test(file))?.[0];
}

/** Returns the files of this project that a file imports, including types and dynamic imports, as paths from the root. */
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

/** Returns a sentence for each import of a file that no arrow allows. */
export function forbiddenImports(file: string, source?: string): string[] {
  const room = roomOf(file);
  if (room === undefined) return [`${file} belongs to no room: add it to test/house/arrows.ts`];
  return importsOf(file, source)
    .filter((target) => roomOf(target) !== room && !arrows[room]?.includes(roomOf(target) ?? ''))
    .map((target) => `${file} may not import ${target}: there is no arrow from ${room} to ${roomOf(target) ?? 'there'}`);
}

/** Returns the circular imports among files, each as `a -> b -> a`. */
export function circularImports(files: readonly string[], importsOfFile: (file: string) => readonly string[]): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]) => {
    const start = trail.indexOf(file);
    if (start >= 0) found.push([...trail.slice(start), file].join(' -> '));
    if (start >= 0 || done.has(file)) return;
    for (const target of importsOfFile(file)) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return found;
}
