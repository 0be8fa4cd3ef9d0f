import * as z from 'zod/mini';
import { api } from '../lib/http/api.ts';
import { unrouted } from '../lib/http/unrouted.ts';

/** Set by the build: the routes of serverless.yml. */
declare const ROUTES: readonly string[];

const query = z.looseObject({});

/** $default: answers requests that match no route: 404, 405 if the path has other methods, 204 with those methods for OPTIONS. */
export const handler = api({ statements: 0, query }, async ({ target }) => unrouted(ROUTES, target));
