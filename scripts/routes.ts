import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { docsPolicy } from './docsPage.ts';

const service = z.object({
  functions: z.record(
    z.string(),
    z.object({
      events: z.optional(
        z.array(z.object({ httpApi: z.optional(z.union([z.string(), z.object({ method: z.string(), path: z.string() })])) })),
      ),
    }),
  ),
});

/**
 * Returns the constants that esbuild and Vitest insert into the code, for their option `define`. ROUTES contains every route of serverless.yml, such
 * as `GET /orders/{orderId}`; the function of the catch-all route reads it. DOCS_POLICY is the documentation page's Content-Security-Policy.
 */
export function definitions(): Record<string, string> {
  const { functions } = service.parse(parse(readFileSync(path.join(import.meta.dirname, '../serverless.yml'), 'utf8')));
  const routes = Object.values(functions).flatMap(({ events = [] }) =>
    events.flatMap(({ httpApi }) => (typeof httpApi === 'object' ? [`${httpApi.method} ${httpApi.path}`] : [])),
  );
  return { ROUTES: JSON.stringify(routes), DOCS_POLICY: JSON.stringify(docsPolicy()) };
}
