import { expect, it } from 'vitest';
import { api } from '../../lib/http/api.ts';
import { routed } from '../../lib/http/routed.ts';
import { contextOf, eventOf } from '../support/call.ts';

const handler = routed({
  'GET /things/{id}': api({ statements: 0 }, async () => 'read'),
  'PUT /things/{id}': api({ statements: 0 }, async () => 'written'),
});
const callRoute = (routeKey: string) => handler(eventOf({ routeKey }), contextOf(10_000));

it('calls the handler of each route, and for a HEAD request the handler of the GET route', async () => {
  expect(await callRoute('GET /things/{id}')).toMatchObject({ statusCode: 200, body: '"read"' });
  expect(await callRoute('PUT /things/{id}')).toMatchObject({ statusCode: 200, body: '"written"' });
  expect(await callRoute('HEAD /things/{id}')).toMatchObject({ statusCode: 200, body: '"read"' });
});

it.each(['DELETE /things/{id}', '$default', 'constructor'])('fails for the route %s, which its map does not contain', async (key) => {
  await expect(callRoute(key)).rejects.toThrow(/no handler for the route .*Add one to its map, which contains: GET \/things\/\{id\}, PUT/);
});

it('fails for an event that is not a request', async () => {
  await expect(Reflect.apply(handler, undefined, [{ source: 'aws.events' }, contextOf(10_000)])).rejects.toThrow(/Expected an API Gateway/);
});
