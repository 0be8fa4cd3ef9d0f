// The process that makes one code cache: it runs a function's script, handles an event with it and writes the code that V8 has compiled.
// Arguments: the script and the event as JSON. Run it with the Node.js and the flags that the cache is for.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheName, packCache } from '../../lib/loader/cacheFile.ts';
import { compileScript, runScript } from '../../lib/loader/loadScript.ts';

const [file = '', event = '{}'] = process.argv.slice(2);
const source = readFileSync(file);
// The script's path on Lambda. V8 stores the path, and the cache must not depend on the folder of the build.
const script = compileScript(source, path.posix.join('/var/task/dist/functions', path.basename(file)));
const { handler } = runScript(script, file);
if (typeof handler !== 'function') throw new TypeError(`${file} does not export a function "handler"`);
const context = { awsRequestId: 'code-cache', functionName: path.basename(file, '.cjs'), getRemainingTimeInMillis: () => 25_000 };
// Errors are ignored: without rows, a secret and AWS a function may fail, but the code that it compiled until then is useful.
const answer: unknown = await Promise.resolve(handler(JSON.parse(event), context)).catch((error: unknown) => error);
// A request that the schema rejects compiles almost no code.
if (statusOf(answer) === 400) throw new Error(`the event in scripts/codeCache/requests.ts was rejected: ${JSON.stringify(answer)}`);
const own = `${file}.${process.pid}`;
writeFileSync(own, packCache(source, script.createCachedData()));
renameSync(own, cacheName(file));
// The function keeps its connection.
process.exit();

function statusOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'statusCode' in value ? value.statusCode : undefined;
}
