// npm run openapi: writes openapi.json, the description of the API, and client/paths.ts, its types. With --print it goes to standard
// output instead; with --check nothing is written, and a file that is not as it would be written is a failure.
import { readFile, writeFile } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { root } from '../local/directory.ts';
import { Failure, reportFailure } from '../local/failure.ts';
import { parseFlags } from './arguments.ts';
import { openApiDocument } from './openapi/document.ts';

// openapi-typescript writes with the compiler's own tools, which TypeScript 7 has no more: it gets a TypeScript 5.
registerHooks({ resolve: (id, context, next) => next(id === 'typescript' ? 'typescript5' : id, context) });

async function main(): Promise<void> {
  const { check, print } = parseFlags('npm run openapi -- [--print | --check]', {
    check: { type: 'boolean', default: false },
    print: { type: 'boolean', default: false },
  }).values;
  const document = await openApiDocument();
  const json = `${JSON.stringify(document, null, 1)}\n`;
  if (print) return void process.stdout.write(json);
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  const types = `// Written by npm run openapi, from openapi.json.\n${astToString(await openapiTS(json, { defaultNonNullable: false }))}`;
  for (const [file, content] of [
    ['openapi.json', json],
    ['client/paths.ts', types],
  ] as const) {
    const place = path.join(root, file);
    if (!check) await writeFile(place, content);
    else if ((await readFile(place, 'utf8').catch(() => '')) !== content)
      throw new Failure(`${file} is not what the code says; run npm run openapi`);
  }
}

await main().catch(reportFailure);
