import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { HttpHandler } from '../lib/http/api.ts';
import { root } from '../local/directory.ts';

/** The handler of a route, and the name of the file that exports it: the route's operation. */
interface OperationHandler {
  readonly name: string;
  readonly handler: HttpHandler;
}

type Exported = HttpHandler | { readonly routes: Readonly<Record<string, HttpHandler>> };

/**
 * Finds what serves a route of a function. A function of several routes has a folder of its name beside it, with a file for each of them.
 * Throws for a route that the function's map does not have, and for a handler without a file.
 */
export async function operationHandler(functionName: string, method: string, template: string): Promise<OperationHandler> {
  const { handler }: { handler: Exported } = await import(`../functions/${functionName}.ts`);
  if (!('routes' in handler)) return { name: functionName, handler };
  const key = `${method === 'HEAD' ? 'GET' : method} ${template}`;
  const wanted = handler.routes[key];
  if (!wanted) throw new Error(`functions/${functionName}.ts has no handler for ${key}`);
  for (const file of await readdir(path.join(root, 'functions', functionName))) {
    const name = file.replace(/\.ts$/, '');
    const exported: { handler?: unknown } = await import(`../functions/${functionName}/${name}.ts`);
    if (exported.handler === wanted) return { name, handler: wanted };
  }
  throw new Error(`functions/${functionName}/ has no file that exports the handler of ${key}`);
}
