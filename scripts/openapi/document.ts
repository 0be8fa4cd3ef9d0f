import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Route } from '../../lib/http/request.ts';
import { root } from '../../local/directory.ts';
import { readServerlessConfig } from '../../local/serverless/serverlessConfig.ts';
import { operationHandler } from '../operationHandler.ts';
import { headers, securityHeaderNames } from './headers.ts';
import { componentSchemas } from './jsonSchema.ts';
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';
import { parametersOf } from './parameters.ts';
import { requestBodyOf } from './requestBody.ts';
import { codesOf, type Response, responsesOf } from './responses.ts';

type Json = Record<string, unknown>;

const description = `The API of a web shop: products, stock, orders, payments and sales reports.

- **Authentication.** Send a token of the shop's issuer as \`Authorization: Bearer …\`. Products and categories need no token.
- **Formats.** Bodies are JSON, unless an operation says otherwise. Times are ISO 8601 in UTC. Money is in whole cents. A request with an unknown parameter or field is rejected.
- **Pages.** A list, except that of the categories, returns \`items\` and \`nextCursor\`. To get the next page, send \`nextCursor\` as \`cursor\`, with the same filters and sort. On the last page, \`nextCursor\` is null. A page that would exceed 5 MB ends early.
- **Errors.** Errors are \`application/problem+json\` (RFC 9457). Programs should read \`code\`. A 422 \`invalid-request\` lists all faults, up to 500, in \`errors\`.
- **Gateway errors.** If a token is missing or invalid, a request is throttled, or a function fails, the gateway sends the body \`{"message"}\`.
- **Unknown routes.** An unknown path gets 404 \`not-found\`. A known path with an unknown method gets 405 \`method-not-allowed\` with the header \`Allow\`.
- **Retries.** A 503 with a \`code\` has the header \`Retry-After\`. Retry a POST that has an \`Idempotency-Key\` with the same key: the request takes effect once.
- **Caching.** \`Cache-Control\` says how long a cache may keep a response. Errors are \`no-store\`.
- **HEAD.** Every GET also accepts HEAD, which returns the headers without a body.
- **Compression.** Responses over 1 KB are sent as \`br\` or \`gzip\` if the request accepts it.
- **Security headers.** Every response except the gateway's has ${securityHeaderNames.map((name) => `\`${name}\``).join(', ')}. The last header is sent only over HTTPS.
- **Support.** Every response has the header \`apigw-requestid\`. Quote its value when you contact support.`;

const tags: Readonly<Record<Operation['tag'], string>> = {
  Catalogue: 'Products and categories. No token required.',
  'Catalogue management': 'Products, prices and stock. Requires the scope `catalogue:write`.',
  Orders: "The customer's own orders. Requires the customer's token.",
  Customers: "The customer's own record. Requires the customer's token.",
  Fulfilment: 'Order processing by staff. Requires the scope `orders:fulfil`.',
  Payments: 'Payments and refunds. Requires the scope `payments:write`.',
  Reports: 'Sales reports. Requires the scope `reports:read`.',
  Description: 'The API description and the documentation page.',
};

/** Creates the OpenAPI 3.1 document from the routes of serverless.yml, the functions' request schemas and the described responses. */
export async function openApiDocument(): Promise<Json> {
  const { routes } = await readServerlessConfig(path.join(root, 'serverless.yml'));
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const paths: Record<string, Json> = {};
  const codes = new Set<string>();
  for (const { method, path: template, functionName } of routes) {
    if (template === undefined) continue;
    const { name, handler } = await operationHandler(functionName, method, template);
    const operation = operations[name];
    if (operation === undefined) throw new Error(`scripts/openapi/operations.ts does not describe ${name}. Add it.`);
    for (const code of codesOf(handler.route, operation.codes)) codes.add(code);
    paths[template] = { ...paths[template], [method.toLowerCase()]: describedOperation(method, template, name, handler.route, operation) };
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Orders API', version, description, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '.', description: 'The server of this document.' }],
    tags: Object.entries(tags).map(([name, of]) => ({ name, description: of })),
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: "A token of the shop's issuer. The issuer may prefix the names of scopes.",
        },
      },
      headers,
      schemas: componentSchemas([...codes]),
    },
  };
}

function describedOperation(method: string, template: string, name: string, route: Route, operation: Operation): Json {
  const isHead = method === 'HEAD';
  const { tag, summary, description } = operation;
  const parameters = parametersOf(route, operation);
  const requestBody = requestBodyOf(route, operation);
  const responses = responsesOf(route, operation);
  return {
    operationId: isHead ? `${name}Head` : name,
    tags: [tag],
    summary: isHead ? `${summary} (headers only)` : summary,
    description: isHead ? `Returns the headers of \`GET ${template}\`, without a body.` : description,
    security: route.customer || route.scope ? [{ token: route.scope ? [route.scope] : [] }] : [],
    ...(parameters.length > 0 && { parameters }),
    ...(requestBody && { requestBody }),
    responses: isHead ? withoutContent(responses) : responses,
  };
}

/** Returns the responses without their bodies, for HEAD. */
function withoutContent(responses: Readonly<Record<string, Response>>): Record<string, Response> {
  return Object.fromEntries(Object.entries(responses).map(([status, { content: _, ...response }]) => [status, response]));
}
