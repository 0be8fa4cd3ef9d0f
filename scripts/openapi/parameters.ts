import { z } from 'zod';
import { ifMatch, ifNoneMatch } from '../../lib/http/condition.ts';
import { idempotencyKey } from '../../lib/http/idempotencyKey.ts';
import type { Route } from '../../lib/http/request.ts';
import { requestSchema } from './jsonSchema.ts';
import type { Operation } from './operation.ts';

type Json = Record<string, unknown>;

const json = z.record(z.string(), z.unknown());
const object = z.object({ properties: z.record(z.string(), json).default({}), required: z.array(z.string()).default([]) });

/** Returns a route's path, query and header parameters. Throws for a parameter that operations.ts does not describe. */
export function parametersOf(route: Route, { parameters = {} }: Operation): Json[] {
  const listed = (place: 'path' | 'query', schema: Route['query']): Json[] => {
    if (!schema) return [];
    const { properties, required } = object.parse(requestSchema(schema));
    return Object.entries(properties).map(([name, of]) => parameter(place, name, of, required.includes(name)));
  };
  const parameter = (place: string, name: string, schema: Json, required: boolean): Json => {
    const [meaning, example] = parameters[name] ?? [];
    if (meaning === undefined) throw new Error(`scripts/openapi/operations.ts does not describe the parameter ${name}. Add it.`);
    return { name, in: place, required, description: meaning, schema, example };
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
            'A unique value for each new request, such as a UUID. Send the same value when you retry. A key with a comma must be in double quotes, which are part of the key.',
            requestSchema(idempotencyKey),
            '7f9c24e8-3b12-4fef-91e0-5a3c1d2b9f44',
          ),
        ]
      : []),
    ...(route.conditional
      ? [
          header('If-Match', false, 'The `ETag` of the version to replace, or `*` for any version.', requestSchema(ifMatch), '"3"'),
          header('If-None-Match', false, '`*` creates the product only if it does not exist.', requestSchema(ifNoneMatch), '*'),
        ]
      : []),
    ...(route.cacheable
      ? [
          header(
            'If-None-Match',
            false,
            'The `ETag` of an earlier response. If the body has not changed, the response is 304 without a body.',
            { type: 'string' },
            'W/"1B2M2Y8AsgTpgAmY7PhCfg"',
          ),
        ]
      : []),
  ];
}
