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
 * What a build replaces in the code, as esbuild's and vitest's `define` take it. ROUTES: every route of serverless.yml as
 * `GET /orders/{orderId}`, so that the function behind the catch-all knows what the others take, and no second table says it.
 * DOCS_POLICY: what the page of the documentation may do.
 */
export function definitions(): Record<string, string> {
  const { functions } = service.parse(parse(readFileSync(path.join(import.meta.dirname, '../serverless.yml'), 'utf8')));
  const routes = Object.values(functions).flatMap(({ events = [] }) =>
    events.flatMap(({ httpApi }) => (typeof httpApi === 'object' ? [`${httpApi.method} ${httpApi.path}`] : [])),
  );
  return { ROUTES: JSON.stringify(routes), DOCS_POLICY: JSON.stringify(docsPolicy()) };
}
