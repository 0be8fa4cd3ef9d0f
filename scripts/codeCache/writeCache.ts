// The process that makes one code cache: it runs a function's script, handles an event with it and writes the code that V8 has compiled.
// Arguments: the script and the event as JSON. Run it with the version and the flags of Node.js that the cache is for.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { cacheName, packCache } from '../../lib/loader/cacheFile.ts';
import { cacheTag } from '../../lib/loader/cacheTag.ts';
import { compileScript, runScript } from '../../lib/loader/loadScript.ts';
import { isRefusal } from './isRefusal.ts';

// A cache also contains the state of the optimizing compilers, which run in other threads. With these compilers, every second run produced
// a different cache.
const compilers = ['sparkplug', 'maglev', 'turbofan'];
const tag = cacheTag();
for (const name of compilers) setFlagsFromString(`--no-${name}`);
const [file = '', event = '{}'] = process.argv.slice(2);
const source = readFileSync(file);
// The script's path on Lambda. V8 stores the path, and the cache must not depend on the folder of the build.
const script = compileScript(source, path.posix.join('/var/task/dist/functions', path.basename(file)));
const { handler } = runScript(script, file);
if (typeof handler !== 'function') throw new TypeError(`${file} does not export a function "handler"`);
const context = { awsRequestId: 'code-cache', functionName: path.basename(file, '.cjs'), getRemainingTimeInMillis: () => 25_000 };
// Ignores errors. A function may fail without rows, secrets and AWS, but the code that V8 has compiled by then is useful.
const answer: unknown = await Promise.resolve(handler(JSON.parse(event), context)).catch((error: unknown) => error);
if (isRefusal(answer)) throw new Error(`the event in scripts/codeCache/requests.ts was rejected: ${JSON.stringify(answer)}`);
// Restores the flags, because V8 stores the current flags in the cache and compares them when it loads the cache.
for (const name of compilers) setFlagsFromString(`--${name}`);
if (cacheTag() !== tag) throw new Error('V8 does not run with its default compilers. Start Node.js without flags that turn off a compiler');
const own = `${file}.${process.pid}`;
writeFileSync(own, packCache(source, script.createCachedData()));
renameSync(own, cacheName(file));
// The function's open connection would keep this process running.
process.exit();
