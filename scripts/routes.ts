import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../local/directory.ts';
import { parseServerlessConfig } from '../local/serverless/serverlessConfig.ts';
import { docsPolicy } from './docsPage.ts';

/**
 * Returns the constants that esbuild and Vitest insert into the code, for their option `define`. ROUTES contains every route of serverless.yml except the
 * catch-all route, in the form `GET /orders/{orderId}`. The function of the catch-all route reads ROUTES.
 * DOCS_POLICY is the documentation page's Content-Security-Policy.
 */
export function definitions(): Record<string, string> {
  const { routes } = parseServerlessConfig(readFileSync(path.join(root, 'serverless.yml'), 'utf8'));
  const keys = routes.flatMap(({ key, path: pattern }) => (pattern === undefined ? [] : [key]));
  return { ROUTES: JSON.stringify(keys), DOCS_POLICY: JSON.stringify(docsPolicy()) };
}
