import { z } from 'zod';
import { errorKinds } from '../../lib/errors.ts';
import { statuses } from '../../lib/http/problem.ts';
import { problemDetails, responseSchemas } from './responseSchemas.ts';

type Json = Record<string, unknown>;

/** A request's schema as JSON Schema. A number that comes as text, in a path or a query, is described as the number it must be. */
export function requestSchema(schema: z.core.$ZodType): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io: 'input',
    // Checks of our own, such as that a product is on one line only, which prose says.
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod;
      if (def.type !== 'pipe' || def.out._zod.def.type !== 'number') return;
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      Object.assign(jsonSchema, requestSchema(def.out));
    },
  });
  return json;
}

/** The name of a problem's schema: `InsufficientStockProblem`. */
export function problemName(code: string): string {
  return `${code.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase())}Problem`;
}

/** The status and title of a code. */
export function statusOf(code: string): readonly [status: number, title: string] {
  if (code === 'internal') return [500, 'Internal Server Error'];
  const kind = Object.entries(errorKinds).find(([known]) => known === code)?.[1];
  if (kind === undefined) throw new Error(`no code ${code}`);
  return statuses[kind];
}

function problemSchema(code: string): z.ZodType {
  const [status, title] = statusOf(code);
  return z.object({
    ...{ type: z.literal('about:blank'), title: z.literal(title), status: z.literal(status), detail: z.string(), code: z.literal(code) },
    ...problemDetails[code],
  });
}

/** Every body of an answer, by name, referring to each other. */
export function componentSchemas(codes: readonly string[]): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(responseSchemas)) registry.add(schema, { id });
  for (const code of codes) registry.add(problemSchema(code), { id: problemName(code) });
  registry.add(z.object({ message: z.string() }).describe("Of an answer of the gateway's own, which no function saw"), {
    id: 'GatewayMessage',
  });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}`, io: 'output' });
  return Object.fromEntries(
    Object.entries(schemas)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]),
  );
}
