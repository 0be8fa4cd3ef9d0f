import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { z } from 'zod';
import { root } from '../../local/directory.ts';
import { broken, hostileText, valid } from './arbitrary.ts';

/** A generated request. */
export interface FuzzRequest {
  readonly method: string;
  readonly path: string;
  /** The owner of the token. No customer exists for the valid token of `stranger`. `newcomer` only registers and erases an account. */
  readonly caller: 'customer' | 'newcomer' | 'staff' | 'stranger' | 'forged' | 'none';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

const schema = z.record(z.string(), z.unknown());
const operation = z.object({
  operationId: z.string(),
  parameters: z.array(z.object({ name: z.string(), in: z.enum(['path', 'query', 'header']), required: z.boolean(), schema })).default([]),
  requestBody: z.object({ content: z.object({ 'application/json': z.object({ schema }).optional() }) }).optional(),
});
type Operation = z.output<typeof operation>;
const document = z.object({ paths: z.record(z.string(), z.record(z.string(), operation)) });

// The percentage of a request's parts that are invalid. It is low, so that most requests with several parts pass the first check.
const brokenPercent = 12;

/** Requests to every operation of openapi.json except those of /docs. Most are valid; the others have an invalid part. `skus` are those of existing products. */
export function requests(skus: readonly string[]): fc.Arbitrary<FuzzRequest> {
  const { paths } = document.parse(JSON.parse(readFileSync(path.join(root, 'openapi.json'), 'utf8')));
  const all = Object.entries(paths).flatMap(([template, methods]) =>
    Object.entries(methods)
      // Leaves out /docs, whose response is always the same page of two megabytes.
      .filter(() => template !== '/docs')
      .map(([method, of]) => ({
        weight: method === 'head' ? 1 : method === 'post' ? 6 : 3,
        arbitrary: request(method.toUpperCase(), template, of, skus),
      })),
  );
  return fc.oneof(...all, { weight: 2, arbitrary: elsewhere });
}

function request(
  method: string,
  template: string,
  { parameters, requestBody }: Operation,
  skus: readonly string[],
): fc.Arbitrary<FuzzRequest> {
  const usual = /advance|payments|reports|catalogue|fulfilment/.test(template)
    ? 'staff'
    : /customers/.test(template)
      ? 'newcomer'
      : 'customer';
  const others: FuzzRequest['caller'][] = usual === 'newcomer' ? ['forged', 'none'] : ['customer', 'staff', 'stranger', 'forged', 'none'];
  const of = (place: string) => parameters.filter((parameter) => parameter.in === place);
  // Only stock movements use existing SKUs. Other requests could take the products off sale, and then no order would be placed.
  const ofProduct = (schema: Record<string, unknown>) =>
    template.endsWith('/stock-movements') ? fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...skus) }, part(schema)) : part(schema);
  const inPath = fc.record(
    Object.fromEntries(of('path').map(({ name, schema }) => [name, name === 'sku' ? ofProduct(schema) : part(schema)])),
  );
  const inQuery = fc.record(
    Object.fromEntries(of('query').map(({ name, schema, required }) => [name, required ? part(schema) : optional(name, schema)])),
  );
  const inHeaders = fc.record(Object.fromEntries(of('header').map(({ name, schema }) => [name, part(schema, printable)])), {
    requiredKeys: [],
  });
  const caller = fc.oneof(
    { weight: 9, arbitrary: fc.constant<FuzzRequest['caller']>(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
  const json = requestBody?.content['application/json'];
  const body = json ? bodyText(json.schema) : requestBody ? csvText : fc.constant(undefined);
  const unknown = withChance(5, fc.tuple(hostileText, hostileText));
  return fc.tuple(inPath, inQuery, inHeaders, caller, body, unknown).map(([ofPath, ofQuery, ofHeaders, who, text, more]) => {
    const pathname = template.replace(/\{(\w+)\}/g, (_, name: string) => encoded(String(ofPath[name])));
    const query = [...Object.entries(ofQuery), ...(more ? [more] : [])]
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${encoded(name)}=${encoded(String(value))}`)
      .join('&');
    const headers = Object.fromEntries(
      Object.entries(ofHeaders).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
    );
    const typed = json === undefined && text !== undefined ? { 'content-type': 'text/csv', ...headers } : headers;
    return { method, path: query === '' ? pathname : `${pathname}?${query}`, caller: who, headers: typed, body: text };
  });
}

/** Omits a parameter in half of the requests. Cursors are rarer, because an invented cursor is always rejected, before other checks. */
function optional(name: string, schema: Record<string, unknown>): fc.Arbitrary<unknown> {
  return withChance(name === 'cursor' ? 8 : 50, part(schema));
}

/** Generates a value in this percentage of cases, and undefined in the others. */
function withChance<Value>(percent: number, arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.oneof({ weight: percent, arbitrary }, { weight: 100 - percent, arbitrary: fc.constant(undefined) });
}

function part(schema: Record<string, unknown>, hostile = hostileText): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 100 - brokenPercent, arbitrary: valid(schema) }, { weight: brokenPercent, arbitrary: hostile });
}

function bodyText(schema: Record<string, unknown>): fc.Arbitrary<string> {
  const json = (arbitrary: fc.Arbitrary<unknown>) => arbitrary.map((value) => JSON.stringify(value) ?? '');
  return fc.oneof(
    { weight: 6, arbitrary: json(valid(schema)) },
    { weight: 3, arbitrary: json(broken(schema)) },
    // Most of these bodies are not JSON.
    {
      weight: 1,
      arbitrary: fc.oneof(
        hostileText,
        fc.constantFrom('{', '[1,', '{"items":', '\ufeff{}', '[[[[[['.repeat(2000), '{"items":[],"items":[1]}'),
      ),
    },
  );
}

/** A CSV file to import. Some rows are valid. Their SKUs are invented, because other requests need the existing products unchanged. */
const csvText = fc.oneof(
  hostileText,
  fc.tuple(hostileText, hostileText, fc.integer({ min: -2, max: 50 })).map((cells) => `sku,name,priceInCents\n${cells.join(',')}\n`),
  fc.constantFrom('sku,name,priceInCents\n', 'sku;name;priceInCents\n"', '\ufeffsku,name,priceInCents\r\n'),
);

/** Header values that Node's client can send. */
const printable = fc.oneof(
  fc.constantFrom('', ' ', '"', '*', 'W/"x"', '\t', 'é', 'a'.repeat(300), "' or 1=1"),
  fc.string({ unit: 'grapheme-ascii', maxLength: 300 }),
);

/** Requests whose path or method usually does not exist. */
const elsewhere: fc.Arbitrary<FuzzRequest> = fc
  .tuple(
    fc.constantFrom('GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'POST'),
    fc.oneof(hostileText, fc.constantFrom('orders', 'products', 'orders/1', 'docs')),
  )
  .map(([method, text]) => ({ method, path: `/${text.split('/').map(encoded).join('/')}`, caller: 'none', headers: {}, body: undefined }));

/** Encodes a segment of a path. Replaces unpaired surrogates, which cannot be encoded, and `.` and `..`, which the client would resolve. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(/^\.{1,2}$/, '%252e');
}
