import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Route } from '../../lib/http/request.ts';
import { root } from '../../local/directory.ts';
import { readServerlessConfig } from '../../local/serverless/serverlessConfig.ts';
import { operationHandler } from '../operationHandler.ts';
import { headers, securityHeaderNames } from './headers.ts';
import { componentSchemas, requestSchema } from './jsonSchema.ts';
import { type Operation, operations } from './operations.ts';
import { parametersOf } from './parameters.ts';
import { codesOf, type Response, responsesOf } from './responses.ts';

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
    const { name, handler } = await operationHandler(functionName, method, template);
    const operation = operations[name];
    if (operation === undefined) throw new Error(`scripts/openapi/operations.ts says nothing of ${name}`);
    for (const code of codesOf(handler.route, operation.codes)) codes.add(code);
    paths[template] = { ...paths[template], [method.toLowerCase()]: describedOperation(method, name, handler.route, operation) };
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Orders API', version, description, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '.', description: 'Where this document comes from' }],
    tags: Object.entries(tags).map(([name, of]) => ({ name, description: of })),
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: "A token of the shop's issuer. The issuer may put a prefix before the names of scopes",
        },
      },
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

/** As a HEAD is answered: with the headers, and no body. */
function withoutContent(responses: Readonly<Record<string, Response>>): Record<string, Response> {
  return Object.fromEntries(Object.entries(responses).map(([status, { content: _, ...response }]) => [status, response]));
}
