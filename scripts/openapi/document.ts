import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { HttpHandler } from '../../lib/http/api.ts';
import { idempotencyKey } from '../../lib/http/idempotencyKey.ts';
import type { Route } from '../../lib/http/request.ts';
import { root } from '../../local/directory.ts';
import { readServerlessConfig } from '../../local/serverlessConfig.ts';
import { headers, securityHeaderNames } from './headers.ts';
import { componentSchemas, requestSchema } from './jsonSchema.ts';
import { type Operation, operations } from './operations.ts';
import { codesOf, responsesOf } from './responses.ts';

type Json = Record<string, unknown>;

const description = `Products, orders and reports of a shop.

Times are ISO 8601 in UTC, money is whole cents. Errors are \`application/problem+json\` (RFC 9457), to be told apart by \`code\`; a 422
\`invalid-request\` lists every fault at once. What the gateway answers itself (no or a bad token, throttled, a function that failed) is
\`{"message"}\`. A path that is not here is a 404 \`not-found\`, another method a 405 \`method-not-allowed\` with \`Allow\`. Parameters and
fields that are not named here are refused. HEAD is answered as GET is, without the body. Every answer that is not the gateway's own has
the headers ${securityHeaderNames.map((name) => `\`${name}\``).join(', ')} (the last over HTTPS only), an error \`Cache-Control: no-store\`,
and what is over 1 KB comes as \`br\` or \`gzip\` to whoever accepts it. \`apigw-requestid\`, on every answer, is the request's name in our logs.`;

const tags: Readonly<Record<Operation['tag'], string>> = {
  Catalogue: 'What is on sale; for everyone',
  Orders: "A customer's own orders; with that customer's token",
  Fulfilment: 'For whoever packs and ships',
  Reports: 'For whoever plans',
  Description: 'This document and its page',
};

/** The OpenAPI 3.1 document: the routes of serverless.yml, what the functions behind them check requests with, and what they answer. */
export async function openApiDocument(): Promise<Json> {
  const { routes } = await readServerlessConfig(path.join(root, 'serverless.yml'));
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const paths: Record<string, Json> = {};
  const codes = new Set<string>();
  for (const { method, path: template, functionName } of routes) {
    if (template === undefined) continue;
    const operation = operations[functionName];
    if (operation === undefined) throw new Error(`scripts/openapi/operations.ts says nothing of ${functionName}`);
    const { handler }: { handler: HttpHandler } = await import(`../../functions/${functionName}.ts`);
    for (const code of codesOf(handler.route, operation.codes)) codes.add(code);
    paths[template] = { ...paths[template], [method.toLowerCase()]: describedOperation(method, functionName, handler.route, operation) };
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Orders API', version, description, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/', description: 'Where this document comes from' }],
    tags: Object.entries(tags).map(([name, of]) => ({ name, description: of })),
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: "A token of the shop's issuer" } },
      headers,
      schemas: componentSchemas([...codes]),
    },
  };
}

function describedOperation(method: string, name: string, route: Route, operation: Operation): Json {
  const isHead = method === 'HEAD';
  const { tag, summary, description: about, body } = operation;
  const parameters = parametersOf(route, operation);
  const responses = responsesOf(route, operation);
  return {
    operationId: isHead ? `${name}Head` : name,
    tags: [tag],
    summary: isHead ? `The headers of: ${summary}` : summary,
    ...(about && { description: about }),
    security: route.customer || route.scope ? [{ token: route.scope ? [route.scope] : [] }] : [],
    ...(parameters.length > 0 && { parameters }),
    ...(route.body && {
      requestBody: {
        ...{ description: body?.description, required: true },
        content: { 'application/json': { schema: requestSchema(route.body), example: body?.example } },
      },
    }),
    responses: isHead ? withoutContent(responses) : responses,
  };
}

function withoutContent(responses: Json): Json {
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [
      status,
      Object.fromEntries(Object.entries(response as Json).filter(([key]) => key !== 'content')),
    ]),
  );
}

function parametersOf(route: Route, { parameters = {} }: Operation): Json[] {
  const listed = (place: 'path' | 'query', schema: Route['query']): Json[] => {
    if (!schema) return [];
    const { properties = {}, required = [] } = requestSchema(schema) as { properties?: Record<string, Json>; required?: string[] };
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
            'Your own name for this order: new for each, the same when you repeat it',
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
