import type { ServerlessConfig } from '../../local/serverless/serverlessConfig.ts';

// The bodies, queries and headers that the functions' schemas require.
const inputs: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  catalogue: { headers: { 'content-type': 'text/csv', 'accept-encoding': 'gzip' }, body: 'sku,name,priceInCents\nTEAPOT-1,Teapot,1999' },
  placeOrder: { body: JSON.stringify({ items: [{ productId: 1, quantity: 1 }] }) },
  advanceOrder: { body: JSON.stringify({ status: 'processing' }) },
  payments: { body: JSON.stringify({ kind: 'payment', amountInCents: 1, reference: 'code-cache' }) },
  salesReport: { queryStringParameters: { month: '2026-01' } },
};

// The events of functions without a route: {} by default. `publishEvents` ends early without a lease, and `rotateApiPassword` rejects {}. So the caches of
// these two functions contain only a part of their code.
const invocations: Readonly<Record<string, unknown>> = { migrate: { command: 'status' } };

/** Returns the event that each function handles before its code cache is made: a request to its first route or, without a route, a payload. */
export function warmUpEvents({ functions, routes }: Pick<ServerlessConfig, 'functions' | 'routes'>): Map<string, unknown> {
  return new Map(
    functions.map(({ name }) => {
      const route = routes.find(({ functionName }) => functionName === name);
      return [name, route ? requestOf(route.key, inputs[name]) : (invocations[name] ?? {})];
    }),
  );
}

function requestOf(routeKey: string, input: Readonly<Record<string, unknown>> = {}) {
  const [method, path] = routeKey === '$default' ? ['GET', '/nothing'] : routeKey.split(' ');
  const pathParameters = Object.fromEntries([...(path ?? '').matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, '1']));
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: '',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'code-cache', 'accept-encoding': 'gzip' },
    pathParameters,
    requestContext: {
      authorizer: { jwt: { claims: { sub: 'code-cache', scope: 'orders:fulfil reports:read catalogue:write payments:write' } } },
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'code-cache' },
      requestId: 'code-cache',
      routeKey,
    },
    isBase64Encoded: false,
    ...input,
  };
}
