import { api } from '../lib/http/api.ts';
import { staticFile } from '../lib/http/staticFile.ts';

/** GET /openapi.json: the OpenAPI description of this API. */
export const handler = api({ statements: 0, cacheable: true }, () => staticFile('openapi.json', 'application/json'));
