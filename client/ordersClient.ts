import createClient from 'openapi-fetch';
import type { paths } from './paths.ts';

interface Options {
  readonly url: string;
  readonly token?: string;
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** A client of the API whose types are those of its description: paths, parameters, bodies, and every answer by its status. */
export function ordersClient({ url, token, fetch }: Options) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return createClient<paths>({ baseUrl: url, headers, ...(fetch && { fetch }) });
}
