import * as z from 'zod/mini';
import { api } from '../lib/http/api.ts';
import { unrouted } from '../lib/http/unrouted.ts';

/** Replaced by the build with the routes of serverless.yml. */
declare const ROUTES: readonly string[];

const query = z.looseObject({});

/** $default: whatever no other route takes. 404, or 405 where another method would be taken, or what an OPTIONS asks. */
export const handler = api({ statements: 0, query }, async ({ target }) => unrouted(ROUTES, target));
