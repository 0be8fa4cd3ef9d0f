import { api } from '../lib/http/api.ts';
import { staticFile } from '../lib/http/staticFile.ts';

/** GET /openapi.json: what this API takes and answers, for programs. */
export const handler = api({ statements: 0, cacheable: true }, () => staticFile('openapi.json', 'application/json'));
