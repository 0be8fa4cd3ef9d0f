// npm start: runs the whole backend on this machine until Ctrl-C.
import path from 'node:path';
import { styleText } from 'node:util';
import { type Backend, startBackend } from '../local/backend.ts';
import { madeLocalDirectory } from '../local/directory.ts';
import { Failure } from '../local/failure.ts';
import { parseFlags } from './arguments.ts';
import { currentBuild } from './currentBuild.ts';
import { reportFailure } from './reportFailure.ts';
import { firstCalls } from './start/firstCalls.ts';

const usage = 'HOST=<address> PORT=<port> npm start -- [--empty] [--fresh] [--logs]';

function chosenPort(): number {
  const text = process.env['PORT'] || '3000';
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535)
    throw new Failure(`PORT is ${JSON.stringify(text)}; it must be a number from 1 to 65535`);
  return port;
}

/** Returns an AbortSignal for the first stop signal. Later stop signals have no effect, because stopping has a time limit. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => controller.abort(new Failure(`Stopped by ${name}`)));
  // Also stops when npm is killed, because a killed npm forwards no signal.
  const npm = process.ppid;
  const watch = () => process.ppid !== npm && controller.abort(new Failure('Stopped with npm'));
  if (process.env['npm_lifecycle_event'] === 'start') setInterval(watch, 1000).unref();
  return controller.signal;
}

/** Returns the path relative to the current folder, or the absolute path of a file outside this folder. */
function shown(file: string): string {
  const relative = path.relative('.', file);
  return relative.startsWith('..') ? file : relative;
}

function showReady(backend: Backend, { calls, complaints }: Awaited<ReturnType<typeof firstCalls>>, directory: string): void {
  const { home } = backend.postgres;
  console.log(
    `\n  ${styleText('bold', 'Orders API')}  ${styleText('cyan', backend.url)}   ready in ${process.uptime().toFixed(1)} s; Ctrl-C stops it\n`,
  );
  for (const { what, command } of calls) console.log(`  ${styleText('dim', `# ${what}`)}\n  ${command}\n`);
  for (const complaint of complaints) console.log(styleText('yellow', `  ${complaint}; see the log of the functions`));
  if (home !== path.join(directory, 'postgres'))
    console.log(styleText('dim', `  Data and PostgreSQL: ${home} (PostgreSQL's user cannot enter ${directory}); --fresh removes it`));
  console.log(styleText('dim', `  Lambda's Invoke API: aws lambda invoke --endpoint-url ${backend.lambdaUrl} --function-name <key> …`));
  console.log(
    styleText(
      'dim',
      `  Log of the functions: ${shown(path.join(directory, 'functions.log'))}; npm start -- --logs shows it in the terminal`,
    ),
  );
}

async function main(): Promise<void> {
  const { empty, fresh, logs } = parseFlags(usage, {
    empty: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    logs: { type: 'boolean', default: false },
  }).values;
  const port = chosenPort();
  const directory = await madeLocalDirectory();
  const signal = stopSignal();
  const stopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  // Keeps running if standard output is closed, as in `npm start | head`.
  process.stdout.on('error', () => {});
  let backend: Backend;
  try {
    backend = await startBackend({
      ...{ directory, host: process.env['HOST'] || undefined, port, empty, fresh, signal, build: currentBuild },
      onFunctionLog: (name, line) => logs && console.log(`${styleText('dim', name)} ${line}`),
      onAccess: ({ method, url, status, durationMs }) =>
        logs && console.log(`${styleText('bold', `${status}`)} ${method} ${url} ${durationMs.toFixed(1)} ms`),
    });
  } catch (error) {
    if (signal.aborted) return;
    throw error;
  }
  const crashed = backend.postgres.ended.then(() =>
    signal.aborted ? undefined : 'PostgreSQL ended by itself; see postgres.log in the same folder as functions.log',
  );
  try {
    showReady(backend, await firstCalls(backend), directory);
    const reason = await Promise.race([stopped, crashed]);
    if (reason !== undefined) throw new Failure(reason);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await backend.stop();
  }
}

try {
  await main();
} catch (error) {
  reportFailure(error);
}
// The backend has stopped. Exits even if an open handle would keep the process running.
process.exit();
