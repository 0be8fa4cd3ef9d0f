import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { fields } from '../../scripts/asyncapi/document.ts';

type Json = Record<string, unknown>;

const json = z.record(z.string(), z.unknown());
const media = z.record(z.string(), json).default({});
const parameter = z.looseObject({ name: z.string() });
const operation = z.looseObject({
  parameters: z.array(parameter).default([]),
  requestBody: z.looseObject({ content: media }).optional(),
  responses: z.record(z.string(), z.looseObject({ content: media })),
});
const description = z.object({ paths: z.record(z.string(), z.record(z.string(), operation)) });

const read = (file: string): Json => json.parse(JSON.parse(readFileSync(file, 'utf8')));
const isSentence = (text: unknown) => typeof text === 'string' && /^[\w`'(].*\.$/s.test(text);

/** Returns the operations that lack a summary, a description or an example, and the parameters that lack a description. */
function undescribedOperations(document: Json): string[] {
  return Object.entries(description.parse(document).paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { summary, description: about, parameters, requestBody, responses }]) => {
      const bodies = [requestBody, ...Object.entries(responses).flatMap(([status, answer]) => (status < '300' ? [answer] : []))];
      const hasExample = ({ example, examples }: Json) => example !== undefined || Object.keys(json.parse(examples ?? {})).length > 0;
      return [
        ...(typeof summary === 'string' && summary !== '' ? [] : ['summary']),
        ...(isSentence(about) ? [] : ['description']),
        ...parameters.filter((one) => !isSentence(one['description'])).map(({ name }) => `parameter ${name}`),
        ...bodies.flatMap((body) => (body && !isSentence(body['description']) ? ['body'] : [])),
        ...bodies.flatMap((body) =>
          Object.entries(body?.content ?? {}).flatMap(([type, one]) => (hasExample(one) ? [] : [`example ${type}`])),
        ),
      ].map((part) => `${method} ${path}: ${part}`);
    }),
  );
}

/** Returns the paths of properties without a description, in all JSON Schemas of a document. A property that refers to a schema needs none. */
function undescribedProperties(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => undescribedProperties(one, `${path}/${index}`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    // Skips examples, because a member named `properties` of an example is data.
    if (key === 'example' || key === 'examples') return [];
    const properties = Object.entries(key === 'properties' ? json.parse(one) : {}).map(([name, of]) => [name, json.parse(of)] as const);
    const bare = properties.filter(([, of]) => !isSentence(of['description']) && !('$ref' in of));
    return [...bare.map(([name]) => `${path}/${name}`), ...undescribedProperties(one, `${path}/${key}`)];
  });
}

/** Returns the name and description of each property of a JSON Schema, also of nested ones. */
function textsOf(schema: Json): [name: string, description: unknown][] {
  return Object.entries(json.parse(schema['properties'] ?? {})).flatMap(([name, value]) => {
    const property = json.parse(value);
    const items = property['items'] === undefined ? [] : textsOf(json.parse(property['items']));
    return [[name, property['description']] as [string, unknown], ...items];
  });
}

it('describes every operation, parameter and body of the API, with an example of each body', () => {
  expect(undescribedOperations(read('openapi.json'))).toEqual([]);
});

it.each(['openapi.json', 'asyncapi.json'])('describes every property in %s', (file) => {
  expect(undescribedProperties(read(file))).toEqual([]);
});

it('describes each field of an event with its own text', () => {
  const { components } = z.object({ components: z.object({ schemas: z.record(z.string(), json) }) }).parse(read('asyncapi.json'));
  const texts = Object.entries(components.schemas).flatMap(([schema, of]) => textsOf(of).map(([name, about]) => ({ schema, name, about })));
  expect(texts.length).toBeGreaterThan(Object.keys(fields).length);
  expect(texts.filter(({ name, about }) => about !== fields[name])).toEqual([]);
});

it('finds a missing summary, description and example, also of a parameter, a body and a property', () => {
  const schema = { properties: { quantity: { type: 'integer' } } };
  const responses = { 200: { description: 'The order.', content: { 'application/json': { schema } } } };
  const get = { summary: 'List orders', parameters: [{ name: 'limit' }], responses };
  const post = { description: 'Places an order.', requestBody: { content: { 'application/json': { example: {} } } }, responses: {} };
  const document = { paths: { '/orders': { get, post } } };
  expect(undescribedOperations(document)).toEqual([
    'get /orders: description',
    'get /orders: parameter limit',
    'get /orders: example application/json',
    'post /orders: summary',
    'post /orders: body',
  ]);
  expect(undescribedProperties(document)).toEqual(['/paths//orders/get/responses/200/content/application/json/schema/quantity']);
});
