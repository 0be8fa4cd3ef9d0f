import { api } from '../lib/http/api.ts';
import { staticFile } from '../lib/http/staticFile.ts';

/** Set by the build: a Content-Security-Policy that allows only the page's own script and style, by their hashes. */
declare const DOCS_POLICY: string;

/** GET /docs: the documentation page, with forms that call the API. */
export const handler = api({ statements: 0, cacheable: true }, () =>
  staticFile('docs.html', 'text/html; charset=utf-8', { 'Content-Security-Policy': DOCS_POLICY }),
);
