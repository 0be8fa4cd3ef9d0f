import createClient from 'openapi-fetch';
import type { paths } from './paths.ts';

interface Options {
  readonly url: string;
  readonly token?: string;
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** Creates a typed client of the API. The types of paths, parameters, bodies and responses come from the API description. */
export function ordersClient({ url, token, fetch }: Options) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return createClient<paths>({ baseUrl: url, headers, ...(fetch && { fetch }) });
}
