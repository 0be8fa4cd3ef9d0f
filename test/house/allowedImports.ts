import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';

const topics = ['products', 'catalogue', 'customers', 'orders', 'fulfilment', 'payments', 'reports', 'events'] as const;

/**
 * The parts of the code base, each with the parts from which it may import. Any other import between parts is forbidden. A part is a folder or module of
 * lib/, or another folder.
 */
export const allowedImports: Readonly<Record<string, readonly string[]>> = {
  migrate: ['migrator'],
  functions: ['http', ...topics, 'rotation', 'database', 'invocation'],
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
  // `npm run openapi` generates the API description from the functions' request schemas and the topics' views.
  scripts: ['local', 'migrations', 'functions', 'http', ...topics, 'errors', 'loader', 'models'],
  client: [],
  local: ['config', 'scramVerifier', 'routePattern'],
  load: ['local', 'scripts', 'config', 'client', 'migrator'],
};

/** Returns the list for CONTRIBUTING.md: a line for each part that may import others, and one line for all parts that may not. */
export function allowedImportLines(): string {
  const lines = Object.entries(allowedImports).flatMap(([from, to]) =>
    to.length > 0 ? [`- \`${from}\` → ${to.map((name) => `\`${name}\``).join(', ')}`] : [],
  );
  const alone = Object.keys(allowedImports).filter((name) => allowedImports[name]?.length === 0);
  return [...lines, `- ${alone.map((name) => `\`${name}\``).join(', ')} → no other part`].join('\n');
}

/** Returns the part to which a file belongs, given the file's path from the root; undefined if it belongs to none. */
function partOf(file: string): string | undefined {
  if (file === 'functions/migrate.ts') return 'migrate';
  const [, topic, folder] = /^(?:lib\/([^/.]+)(?:\/|\.ts$)|(functions|migrations|scripts|local|client|test\/load)\/)/.exec(file) ?? [];
  const part = topic ?? folder?.replace('test/', '');
  return part !== undefined && Object.hasOwn(allowedImports, part) ? part : undefined;
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

/** Returns a sentence for each forbidden import of a file. */
export function forbiddenImports(file: string, source?: string): string[] {
  const part = partOf(file);
  if (part === undefined) return [`${file} belongs to no part in test/house/allowedImports.ts: add its folder there`];
  return importsOf(file, source)
    .filter((target) => partOf(target) !== part && !allowedImports[part]?.includes(partOf(target) ?? ''))
    .map((target) => `${file} imports ${target}, but ${part} may not import from ${partOf(target) ?? 'there'}: remove the import`);
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
