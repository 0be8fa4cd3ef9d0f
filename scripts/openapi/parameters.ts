import { z } from 'zod';
import { idempotencyKey } from '../../lib/http/idempotencyKey.ts';
import type { Route } from '../../lib/http/request.ts';
import { requestSchema } from './jsonSchema.ts';
import type { Operation } from './operations.ts';

type Json = Record<string, unknown>;

const json = z.record(z.string(), z.unknown());
const object = z.object({ properties: z.record(z.string(), json).default({}), required: z.array(z.string()).default([]) });

/** The parameters of a route, in path, query and headers. Throws for one that operations.ts says nothing of. */
export function parametersOf(route: Route, { parameters = {} }: Operation): Json[] {
  const listed = (place: 'path' | 'query', schema: Route['query']): Json[] => {
    if (!schema) return [];
    const { properties, required } = object.parse(requestSchema(schema));
    return Object.entries(properties).map(([name, of]) => parameter(place, name, of, required.includes(name)));
  };
  const parameter = (place: string, name: string, schema: Json, required: boolean): Json => {
    const [meaning, example] = parameters[name] ?? [];
    if (meaning === undefined) throw new Error(`scripts/openapi/operations.ts says nothing of the parameter ${name}`);
    return { name, in: place, required, description: meaning, schema, ...(example !== undefined && { example }) };
  };
  const header = (name: string, required: boolean, meaning: string, schema: Json, example: string): Json => ({
    ...{ name, in: 'header', required, description: meaning, schema, example },
  });
  return [
    ...listed('path', route.path),
    ...listed('query', route.query),
    ...(route.position ? [parameter('query', 'cursor', { type: 'string' }, false)] : []),
    ...(route.idempotent
      ? [
          header(
            'Idempotency-Key',
            true,
            'Your own name for this order: new for each, the same when you repeat it. Sent once. A key that contains a comma is in double quotes, which are part of it',
            requestSchema(idempotencyKey),
            '7f9c24e8',
          ),
        ]
      : []),
    ...(route.cacheable
      ? [header('If-None-Match', false, 'An `ETag` that you have', { type: 'string' }, 'W/"1B2M2Y8AsgTpgAmY7PhCfg"')]
      : []),
  ];
}
