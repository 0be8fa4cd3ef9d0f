import { expect, test } from 'vitest';
import { findRoute } from '../../local/gateway/findRoute.ts';
import { routeOf } from '../../local/serverless/routeKey.ts';

const routes = [
  '*',
  'GET /products/{id}',
  'GET /products/new',
  'ANY /products/new',
  'POST /orders',
  'GET /files/{rest+}',
  'GET /files/{name}/size',
].map((event) => routeOf(event, event));

function found(method: string, path: string) {
  const result = findRoute(routes, method, path);
  return [result?.route.key, result?.pathParameters];
}

test('a literal segment takes precedence over a parameter, and a method over ANY', () => {
  expect(found('GET', '/products/new')).toEqual(['GET /products/new', {}]);
  expect(found('PUT', '/products/new')).toEqual(['ANY /products/new', {}]);
  expect(found('GET', '/products/7')).toEqual(['GET /products/{id}', { id: '7' }]);
});

test('a greedy parameter matches the rest of the path, unless a longer template matches', () => {
  expect(found('GET', '/files/a/b/c')).toEqual(['GET /files/{rest+}', { rest: 'a/b/c' }]);
  expect(found('GET', '/files/a/size')).toEqual(['GET /files/{name}/size', { name: 'a' }]);
});

test('the catch-all route matches every request that no other route matches', () => {
  for (const [method, path] of [
    ['GET', '/'],
    ['DELETE', '/products/7'],
    ['GET', '/products/7/'],
    ['GET', '/products/'],
    ['HEAD', '/orders'],
    ['GET', '//products/7'],
  ] as const) {
    expect(found(method, path)).toEqual(['$default', {}]);
  }
  expect(findRoute(routes.slice(1), 'GET', '/nowhere')).toBeUndefined();
});

test('decodes parameters, and does not split a path at an encoded slash', () => {
  expect(found('GET', '/products/a%2Fb%20c')).toEqual(['GET /products/{id}', { id: 'a/b c' }]);
});
