import * as z from 'zod/mini';
import { api } from '../lib/http/api.ts';
import { unrouted } from '../lib/http/unrouted.ts';

/** Set by the build: the routes of serverless.yml. */
declare const ROUTES: readonly string[];

const query = z.looseObject({});

/**
 * $default: responds to a request that matches no route. The status is 404, or 405 if the path has routes for other methods. For OPTIONS on such a path, the
 * status is 204, with the methods in `Allow`.
 */
export const handler = api({ statements: 0, query }, async ({ target }) => unrouted(ROUTES, target));
