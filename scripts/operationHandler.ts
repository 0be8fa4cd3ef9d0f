import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { HttpHandler } from '../lib/http/api.ts';
import { root } from '../local/directory.ts';
import { operationName } from './operationName.ts';

/** The handler of a route, and the name of its operation. */
interface OperationHandler {
  readonly name: string;
  readonly handler: HttpHandler;
}

type Exported = HttpHandler | { readonly routes: Readonly<Record<string, HttpHandler>> };

/**
 * Finds the handler of a route. A function with several routes has a folder of the same name, with one file for each route.
 * Throws if the function's `routes` lack the route, or if no file exports the route's handler.
 */
export async function operationHandler(functionName: string, method: string, template: string): Promise<OperationHandler> {
  const { handler }: { handler: Exported } = await import(`../functions/${functionName}.ts`);
  if (!('routes' in handler)) return { name: functionName, handler };
  const key = `${method === 'HEAD' ? 'GET' : method} ${template}`;
  const wanted = handler.routes[key];
  if (!wanted) throw new Error(`functions/${functionName}.ts has no handler for ${key}`);
  for (const file of await readdir(path.join(root, 'functions', functionName))) {
    const verb = file.replace(/\.ts$/, '');
    const exported: { handler?: unknown } = await import(`../functions/${functionName}/${verb}.ts`);
    if (exported.handler === wanted) return { name: operationName(functionName, verb), handler: wanted };
  }
  throw new Error(`functions/${functionName}/ has no file that exports the handler of ${key}`);
}
