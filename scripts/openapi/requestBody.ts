import { z } from 'zod';
import type { Route } from '../../lib/http/request.ts';
import { requestSchema } from './jsonSchema.ts';
import { exampleMembers, type Operation } from './operation.ts';

type Json = Record<string, unknown>;

const json = z.record(z.string(), z.unknown());
const nestedSchemas = z.object({
  properties: z.record(z.string(), json).default({}),
  items: json.optional(),
  anyOf: z.array(json).default([]),
  oneOf: z.array(json).default([]),
});

/** Returns the request body of a route with a body. Throws for a property without a description, and for a description without a property. */
export function requestBodyOf(route: Route, { body }: Operation): Json | undefined {
  if (!route.body && !route.table) return undefined;
  if (!body) throw new Error('scripts/openapi/operations.ts does not describe the body. Add it.');
  const unused = new Set(Object.keys(body.fields ?? {}));
  const schema = route.body ? described(requestSchema(route.body), '', body.fields ?? {}, unused) : { type: 'string' };
  if (unused.size > 0) throw new Error(`The body has none of the described fields ${[...unused].join(', ')}`);
  return {
    ...{ description: body.description, required: true },
    content: { [route.body ? 'application/json' : 'text/csv']: { schema, ...exampleMembers(body) } },
  };
}

/** Returns the schema with a description of each property. Removes each described field from `unused`. */
function described(schema: Json, path: string, fields: Readonly<Record<string, string>>, unused: Set<string>): Json {
  const { properties, items, anyOf, oneOf } = nestedSchemas.parse(schema);
  const nested = (one: Json) => described(one, path, fields, unused);
  const named = Object.entries(properties).map(([name, property]) => {
    const field = path === '' ? name : `${path}.${name}`;
    const description = fields[field];
    if (description === undefined) throw new Error(`scripts/openapi/operations.ts does not describe the field ${field}. Add it.`);
    unused.delete(field);
    return [name, { description, ...described(property, field, fields, unused) }];
  });
  return {
    ...schema,
    ...(named.length > 0 && { properties: Object.fromEntries(named) }),
    ...(items && { items: nested(items) }),
    ...(anyOf.length > 0 && { anyOf: anyOf.map(nested) }),
    ...(oneOf.length > 0 && { oneOf: oneOf.map(nested) }),
  };
}
