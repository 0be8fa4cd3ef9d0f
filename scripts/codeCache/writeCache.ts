// The process that makes one code cache: it runs a function's script, serves an event with it and writes what V8 has compiled by then.
// Arguments: the script and the event as JSON. Run it with the Node.js and the flags that the cache is for.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheName, packCache } from '../../lib/loader/cacheFile.ts';
import { compileScript, runScript } from '../../lib/loader/loadScript.ts';

const [file = '', event = '{}'] = process.argv.slice(2);
const source = readFileSync(file);
// The functions' place on Lambda. V8 keeps the name, and the cache must be the same in whatever folder it is made.
const script = compileScript(source, path.posix.join('/var/task/dist/functions', path.basename(file)));
const { handler } = runScript(script, file);
if (typeof handler !== 'function') throw new TypeError(`${file} exports no function "handler"`);
const context = { awsRequestId: 'code-cache', functionName: path.basename(file, '.cjs'), getRemainingTimeInMillis: () => 25_000 };
// What a failure compiles is worth keeping too: without rows, a secret and AWS a function gets only so far.
const answer: unknown = await Promise.resolve(handler(JSON.parse(event), context)).catch((error: unknown) => error);
// A request that the function's schema refuses compiles next to nothing.
if (statusOf(answer) === 400) throw new Error(`the event of scripts/codeCache/requests.ts was refused: ${JSON.stringify(answer)}`);
const own = `${file}.${process.pid}`;
writeFileSync(own, packCache(source, script.createCachedData()));
renameSync(own, cacheName(file));
// The function keeps its connection.
process.exit();

function statusOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'statusCode' in value ? value.statusCode : undefined;
}
