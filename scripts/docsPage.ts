import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const read = (id: string) => readFileSync(require.resolve(id), 'utf8');

// Hides the HEAD routes, which repeat the GET routes for a reader, and Swagger UI's bar, which lets a reader open another description.
const look = `
body { margin: 0; background: #fff; }
html.dark-mode body { background: #1c2022; }
.swagger-ui .wrapper { max-width: 1100px; }
.swagger-ui .opblock.opblock-head, .swagger-ui .dark-mode-toggle { display: none; }
.swagger-ui .info { margin: 32px 0 16px; }
.swagger-ui .scheme-container { padding: 12px 0; }
.swagger-ui table { table-layout: auto; }
@media (max-width: 640px) {
  .swagger-ui .wrapper { padding: 0 12px; }
  .swagger-ui .info .title { font-size: 26px; }
  .swagger-ui .opblock .opblock-summary-path { max-width: none; word-break: break-word; }
  .swagger-ui .opblock .opblock-summary-description { display: none; }
  .swagger-ui .opblock-body, .swagger-ui .table-container { overflow-x: auto; }
  .swagger-ui .opblock-section-header { flex-wrap: wrap; gap: 8px; }
}
`;

const start = `
const dark = matchMedia('(prefers-color-scheme: dark)');
const dress = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', dress);
dress();
// Swagger UI fills every parameter with its example. Here an optional parameter is empty, and its description contains the example.
const withEmptyForms = (document) => {
  for (const operation of Object.values(document.paths).flatMap(Object.values)) {
    for (const parameter of operation.parameters ?? []) {
      if (parameter.required || parameter.example === undefined) continue;
      parameter.description += ' Example: \`' + parameter.example + '\`.';
      delete parameter.example;
    }
  }
  return document;
};
let isLoaded = false;
SwaggerUIBundle({
  dom_id: '#api',
  url: 'openapi.json',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  tryItOutEnabled: true,
  validatorUrl: null,
  responseInterceptor: (response) => {
    if (isLoaded) return response;
    isLoaded = true;
    return { ...response, text: JSON.stringify(withEmptyForms(JSON.parse(response.text))) };
  },
});
`;

function parts(): { script: string; style: string } {
  // In an HTML page, `</script` would end the script and `<!--` could hide its end. The escapes mean the same in JavaScript.
  const script = `${read('swagger-ui-dist/swagger-ui-bundle.js')}\n${start}`
    .replaceAll('</script', '<\\/script')
    .replaceAll('<!--', '\\x3c!--');
  return { script, style: read('swagger-ui-dist/swagger-ui.css') + look };
}

/** Returns the page that shows /openapi.json: Swagger UI in one file of 1.9 MB, 0.55 MB compressed. */
export function docsPage(): string {
  const { script, style } = parts();
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Orders API</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<main id="api"><noscript>This page needs JavaScript. The description itself: <a href="openapi.json">openapi.json</a></noscript></main>
<script>${script}</script>
</body>
</html>
`;
}

/** Returns the page's Content-Security-Policy: it allows only the page's own script and style, and requests only to the API that served it. */
export function docsPolicy(): string {
  const { script, style } = parts();
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
