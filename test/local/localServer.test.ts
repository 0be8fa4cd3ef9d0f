import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { json } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { openInvokeApi } from '../../local/aws/invokeApi.ts';
import { openSecretsEndpoint } from '../../local/aws/secretsEndpoint.ts';
import { gatewayFor, raw } from './testGateway.ts';

/** The local servers, each with a valid request and the number of requests that it has handled. */
const servers = {
  gateway: async () => {
    const { url, invoked } = await gatewayFor(() => ({ statusCode: 200 }));
    return { url, path: '/products', method: 'GET', headers: {}, body: '', carriedOut: () => invoked.length };
  },
  'Invoke API': async () => {
    let invoked = 0;
    const invoke = async () => ({ payload: `${++invoked}` });
    const { url, close } = await openInvokeApi({ invoke }, { service: 'orders', region: 'eu-central-1', names: ['migrate'] });
    onTestFinished(close);
    const path = '/2015-03-31/functions/migrate/invocations';
    return { url, path, method: 'POST', headers: signed, body: '{"command":"down"}', carriedOut: () => invoked };
  },
  'Secrets Manager': async () => {
    const { url, close, put } = await openSecretsEndpoint('eu-central-1');
    onTestFinished(close);
    put('orders-owner', 'the password');
    const headers = { ...signed, 'x-amz-target': 'secretsmanager.GetSecretValue' };
    return { url, path: '/', method: 'POST', headers, body: '{"SecretId":"orders-owner"}', carriedOut: undefined };
  },
};

// A signature that a web page can add to requests to its own origin.
const signed = { authorization: 'AWS4-HMAC-SHA256 Credential=page' };
const names = ['gateway', 'Invoke API', 'Secrets Manager'] as const;
const message = z.object({ message: z.string() });

/** Sends the server's valid request with more headers. Does not use fetch, which cannot set the Host header. */
async function sendTo({ url, path, method, headers, body }: Awaited<ReturnType<(typeof servers)[(typeof names)[number]]>>, more: object) {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number | undefined; body: unknown }>();
  const request = httpRequest(url + path, { method, headers: { ...headers, ...more } }, async (response) => {
    resolve({ status: response.statusCode, body: await json(response).catch(() => undefined) });
  });
  request.on('error', reject);
  request.end(body);
  return promise;
}

test.each(names)('the %s accepts a request for localhost', async (name) => {
  const server = await servers[name]();
  const { port } = new URL(server.url);
  expect((await sendTo(server, { host: `localhost:${port}` })).status).toBe(200);
  expect(server.carriedOut?.()).not.toBe(0);
});

test.each(names)('the %s rejects a web page whose domain resolves to this machine', async (name) => {
  const server = await servers[name]();
  const { port } = new URL(server.url);
  const { status, body } = await sendTo(server, { host: `attacker.example:${port}` });
  expect([status, message.parse(body).message]).toEqual([421, expect.stringMatching(/Host header.*localhost/)]);
  expect(JSON.stringify(body)).not.toContain('the password');
  expect(server.carriedOut?.() ?? 0).toBe(0);
});

test.each(['Invoke API', 'Secrets Manager'] as const)('the %s rejects a request from a web page, even for localhost', async (name) => {
  const server = await servers[name]();
  const { status, body } = await sendTo(server, { origin: 'http://localhost:5173' });
  expect([status, body]).toEqual([403, expect.objectContaining({ __type: 'AccessDeniedException' })]);
  expect(server.carriedOut?.() ?? 0).toBe(0);
});

test.each([
  ['a second Host header', 'GET /products HTTP/1.1\r\nHost: localhost\r\nHost: attacker.example'],
  ['a Host in the request line', 'GET http://attacker.example/products HTTP/1.1\r\nHost: localhost'],
  ['no Host, which HTTP/1.0 allows', 'GET /products HTTP/1.0'],
])('rejects a request with %s', async (_, start) => {
  const { url, invoked } = await gatewayFor();
  expect(await raw(url, `${start}\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 421 /);
  expect(invoked).toEqual([]);
});

test('every HTTP server of local/ checks the Host header', async () => {
  const openers: string[] = [];
  for (const file of globSync('local/**/*.ts')) {
    const source = await readFile(file, 'utf8');
    if (/createServer[^;]*from 'node:https?'|\bnode:http2\b/.test(source)) openers.push(file);
  }
  expect(openers).toEqual(['local/http/localServer.ts']);
});
