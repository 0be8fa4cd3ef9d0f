import path from 'node:path';
import { afterAll } from 'vitest';
import type { HttpHandler } from '../../lib/http/api.ts';
import { localIssuer, openIssuer } from '../../local/aws/issuer.ts';
import { root } from '../../local/directory.ts';
import { openGateway } from '../../local/gateway/gateway.ts';
import { jwtAuthorizer } from '../../local/gateway/jwtAuthorizer.ts';
import { TooManyRequests } from '../../local/lambda/invocation.ts';
import { readServerlessConfig } from '../../local/serverless/serverlessConfig.ts';
import { contextOf } from './call.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** How Lambda behaves: it runs functions normally (`fair`), rejects invocations (`throttled`), fails (`crashing`), or gives them limited time. */
type Weather = 'fair' | 'throttled' | 'crashing' | { readonly remainingMs: number };

type Handler = (...[event, context]: Parameters<HttpHandler>) => ReturnType<HttpHandler>;

/** The API over HTTP, behind the local gateway. Its functions run in this process and use the test file's database. */
export interface HttpApi {
  readonly url: string;
  token(claims: { sub: string; scope?: string }): Promise<string>;
  weather: Weather;
  /** The functions of all routes, without `defaultRoute`. */
  readonly functionNames: readonly string[];
  /** Handlers that run instead of the functions with these names. */
  readonly replaced: Map<string, Handler>;
}

/** Starts the API, and stops it at the end of the test file. */
export async function openHttpApi(): Promise<HttpApi> {
  const config = await readServerlessConfig(path.join(root, 'serverless.yml'));
  const handlers = new Map<string, Handler>();
  for (const { functionName } of config.routes) handlers.set(functionName, (await import(`../../functions/${functionName}.ts`)).handler);
  const issuer = await openIssuer(await temporaryFolder(afterAll), config.scopePrefix);
  const gateway = await openGateway();
  const authorize = jwtAuthorizer({ keys: issuer.keys, issuer: localIssuer.issuer, audience: [localIssuer.audience] });
  const api: HttpApi = {
    url: gateway.url,
    token: (claims) => issuer.sign(claims),
    functionNames: [...handlers.keys()].filter((name) => name !== 'defaultRoute'),
    weather: 'fair',
    replaced: new Map(),
  };
  afterAll(() => gateway.close(0));
  gateway.serve({
    routes: config.routes,
    cors: config.cors,
    authorizers: new Map(config.authorizers.map(({ name, header }) => [name, { header, authorize }])),
    invoke: async (name, payload) => {
      if (api.weather === 'throttled') throw new TooManyRequests('ReservedFunctionConcurrentInvocationLimitExceeded');
      if (api.weather === 'crashing') return { functionError: 'Unhandled', payload: '{}' };
      const handler = api.replaced.get(name) ?? handlers.get(name);
      const remainingMs = typeof api.weather === 'object' ? api.weather.remainingMs : 25_000;
      return { payload: JSON.stringify(await handler?.(JSON.parse(payload), contextOf(remainingMs))) };
    },
  });
  return api;
}
