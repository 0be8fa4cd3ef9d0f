import { once } from 'node:events';
import { connect } from 'node:net';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { onTestFinished } from 'vitest';
import { openGateway } from '../../local/gateway/gateway.ts';
import type { Api } from '../../local/gateway/handleRequest.ts';
import { routeOf } from '../../local/serverless/routeKey.ts';

/** The API of the gateway in a test. */
export const routes = ['GET /products', 'GET /products/{productId}', 'POST /orders', 'GET /orders/{a}/{b}'].map((event) =>
  routeOf(event, event),
);

/** Opens a gateway whose functions all return the result of `answer`: by default the event. */
export async function gatewayFor(
  answer: (event: APIGatewayProxyEventV2) => unknown = (event) => ({ statusCode: 200, body: JSON.stringify(event) }),
  options: Partial<Api> = {},
) {
  const gateway = await openGateway();
  const invoked: string[] = [];
  gateway.serve({
    routes,
    authorizers: new Map(),
    invoke: async (name, payload) => {
      invoked.push(name);
      return { payload: JSON.stringify((await answer(JSON.parse(payload))) ?? null) };
    },
    ...options,
  });
  onTestFinished(() => gateway.close(0));
  return { url: gateway.url, invoked };
}

/** Returns the event that the function received and returned. */
export async function eventOf(response: Promise<Response>): Promise<APIGatewayProxyEventV2> {
  return JSON.parse(await (await response).text());
}

/** Sends these bytes unchanged, and returns the whole response up to the end of the connection. */
export async function raw(url: string, ...chunks: string[]): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk;
  });
  socket.on('error', () => {});
  for (const chunk of chunks) socket.write(chunk);
  await once(socket, 'close');
  return text;
}
