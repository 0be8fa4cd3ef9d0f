import { api } from '../lib/http/api.ts';
import { staticFile } from '../lib/http/staticFile.ts';

/** Replaced by the build: the page's own script and style, by their hashes, and nothing from elsewhere. */
declare const DOCS_POLICY: string;

/** GET /docs: what this API takes and answers, for people, with forms to call it. */
export const handler = api({ statements: 0, cacheable: true }, () =>
  staticFile('docs.html', 'text/html; charset=utf-8', { 'Content-Security-Policy': DOCS_POLICY }),
);
