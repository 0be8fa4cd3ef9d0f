import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import { matchPath } from '../../lib/routePattern.ts';
import { root } from '../../local/directory.ts';

const reference = z.record(z.string(), z.unknown());
const response = z.object({
  headers: reference.default({}),
  content: z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) })).optional(),
});
const operation = z.object({ operationId: z.string(), responses: z.record(z.string(), response) });
const file = path.join(root, 'openapi.json');
const written: unknown = JSON.parse(readFileSync(file, 'utf8'));
const document = z.object({ paths: z.record(z.string(), z.record(z.string(), operation)) }).parse(written);

// Compiles each referenced schema once, and does not optimize the generated code. For 291 schemas, this takes 0.3 s of CPU instead of 1.3 s.
const ajv = new Ajv2020({ strict: false, allErrors: true, inlineRefs: false, code: { optimize: false } });
addFormats.default(ajv);
ajv.addSchema(z.record(z.string(), z.unknown()).parse(written), 'openapi.json');

// Headers that operations need not describe: those of the connection, of the gateway's CORS, and of every response (see openapi.json's introduction).
const undescribedHeaders =
  /^(content-type|content-length|date|connection|keep-alive|transfer-encoding|apigw-requestid|access-control-.*|cache-control|vary|content-encoding|x-content-type-options|referrer-policy|content-security-policy|strict-transport-security)$/;

/** An operation of openapi.json. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly template: string;
  readonly responses: z.output<typeof operation>['responses'];
}

export const operations: readonly Operation[] = Object.entries(document.paths).flatMap(([template, methods]) =>
  Object.entries(methods).map(([method, { operationId, responses }]) => ({
    id: operationId,
    method: method.toUpperCase(),
    template,
    responses,
  })),
);

/** Returns the operation that matches this request, if any. */
export function operationAt(method: string, pathname: string): Operation | undefined {
  const segments = pathname.split('/').slice(1);
  return operations.find((one) => one.method === method && matchPath(one.template, segments));
}

/** A response. Its header names may have any case. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Returns a message for each part of a response that differs from the description. */
export function undescribed({ id, method, template, responses }: Operation, { status, headers, body }: Answered): string[] {
  const described = responses[status];
  if (!described) return [`${id} answers ${status}, which is not described: ${body.slice(0, 200)}`];
  const known = Object.keys(described.headers).map((name) => name.toLowerCase());
  const faults = Object.keys(headers)
    .map((name) => name.toLowerCase())
    .filter((name) => !known.includes(name) && !undescribedHeaders.test(name))
    .map((name) => `${id} ${status} has the header ${name}, which is not described`);
  if (method === 'HEAD' || status === 304 || status === 204) return faults;
  const type = mediaType(headers);
  if (!described.content?.[type]) return [...faults, `${id} ${status} has the type ${type}, which is not described`];
  if (!type.endsWith('json')) return faults;
  const pointer = ['paths', template, method.toLowerCase(), 'responses', `${status}`, 'content', type, 'schema'];
  const validate = ajv.getSchema(
    `openapi.json#/${pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`,
  );
  if (!validate) throw new Error(`openapi.json has no ${pointer.join(' ')}`);
  if (!validate(JSON.parse(body)))
    faults.push(`${id} ${status} is not as described: ${ajv.errorsText(validate.errors?.slice(0, 5))}: ${body.slice(0, 300)}`);
  return faults;
}

/** Returns the kind of a response, such as `placeOrder 422 unknown-product`, `placeOrder 401 gateway`, `salesReport 200 text/csv`. */
export function kindOf({ id, method }: Operation, { status, headers, body }: Answered): string {
  if (method === 'HEAD' || status === 304 || status === 204) return `${id} ${status}`;
  const type = mediaType(headers);
  if (type === 'application/problem+json') return `${id} ${status} ${z.object({ code: z.string() }).parse(JSON.parse(body)).code}`;
  return `${id} ${status} ${status >= 400 ? 'gateway' : type}`;
}

/** Returns every kind of response that openapi.json describes, in the form of `kindOf`. */
export function describedKinds(): string[] {
  return operations.flatMap(({ id, responses }) =>
    Object.entries(responses).flatMap(([status, { content }]) => {
      if (!content) return [`${id} ${status}`];
      return Object.entries(content).flatMap(([type, { schema }]) => {
        if (type !== 'application/problem+json') return [`${id} ${status} ${Number(status) >= 400 ? 'gateway' : type}`];
        return codesOf(schema).map((code) => `${id} ${status} ${code}`);
      });
    }),
  );
}

const problem = z.object({ properties: z.object({ code: z.object({ const: z.string() }) }) });

/** Returns the codes that a problem's schema allows. */
function codesOf(schema: Record<string, unknown>): string[] {
  const discriminated = z.object({ discriminator: z.object({ mapping: z.record(z.string(), z.string()) }) }).safeParse(schema);
  if (discriminated.success) return Object.keys(discriminated.data.discriminator.mapping);
  const { $ref } = z.object({ $ref: z.string() }).parse(schema);
  return [problem.parse(ajv.getSchema(`openapi.json${$ref}`)?.schema).properties.code.const];
}

function mediaType(headers: Readonly<Record<string, unknown>>): string {
  const [, value] = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type') ?? [];
  return String(value).split(';')[0] ?? '';
}
