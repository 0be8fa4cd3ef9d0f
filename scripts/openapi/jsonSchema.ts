import { z } from 'zod';
import { errorKinds } from '../../lib/errors.ts';
import { statuses } from '../../lib/http/problem.ts';
import { text } from './fieldSchemas.ts';
import { problemSchema } from './problemSchemas.ts';
import { responseSchemas } from './responseSchemas.ts';

type Json = Record<string, unknown>;

/** Converts a request's schema to JSON Schema. A number in a path or query is described as a number, although it arrives as text. */
export function requestSchema(schema: z.core.$ZodType): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io: 'input',
    // Custom checks, such as for duplicate products, are described in prose.
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod;
      // zod omits the default of a converted value, such as a number that arrives as text.
      if (def.type === 'default') jsonSchema.default = def.defaultValue;
      if (def.type !== 'pipe' || def.out._zod.def.type !== 'number') return;
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      Object.assign(jsonSchema, requestSchema(def.out));
    },
  });
  return json;
}

/** Returns the name of a problem's schema, such as `InsufficientStockProblem`. */
export function problemName(code: string): string {
  return `${code.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase())}Problem`;
}

/** Returns the status and title of an error code. */
export function statusOf(code: string): readonly [status: number, title: string] {
  if (code === 'internal') return [500, 'Internal Server Error'];
  const kind = Object.entries(errorKinds).find(([known]) => known === code)?.[1];
  if (kind === undefined) throw new Error(`Unknown error code ${code}: add it to lib/errors.ts`);
  return statuses[kind];
}

/** Returns the schemas of all response bodies by name, with references to each other. */
export function componentSchemas(codes: readonly string[]): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(responseSchemas)) registry.add(schema, { id });
  for (const code of codes) registry.add(problemSchema(code, statusOf(code)), { id: problemName(code) });
  registry.add(z.object({ message: text('What is wrong, for people.') }).describe("The gateway's own response."), {
    id: 'GatewayMessage',
  });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}`, io: 'output' });
  return Object.fromEntries(
    Object.entries(schemas)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]),
  );
}
