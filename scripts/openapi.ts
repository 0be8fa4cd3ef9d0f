// npm run openapi: writes openapi.json (the API description), client/paths.ts (its types) and asyncapi.json (the description of the events).
// --print writes openapi.json to standard output instead; --check writes nothing and fails if a file is out of date.
import { readFile, writeFile } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { root } from '../local/directory.ts';
import { Failure } from '../local/failure.ts';
import { parseFlags } from './arguments.ts';
import { asyncApiDocument } from './asyncapi/document.ts';
import { openApiDocument } from './openapi/document.ts';
import { reportFailure } from './reportFailure.ts';

// openapi-typescript uses compiler APIs that TypeScript 7 lacks, so it gets TypeScript 5.
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
    ['asyncapi.json', `${JSON.stringify(await asyncApiDocument(), null, 1)}\n`],
  ] as const) {
    const place = path.join(root, file);
    if (!check) await writeFile(place, content);
    else if ((await readFile(place, 'utf8').catch(() => '')) !== content) throw new Failure(`${file} is out of date: run npm run openapi`);
  }
}

await main().catch(reportFailure);
