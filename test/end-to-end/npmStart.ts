import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { root } from '../../local/directory.ts';

/** The output of a command, and its exit status. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Returns the variables of a developer's shell: those of this process without the test runner's, but with the folder of compiled code. */
function shellEnvironment(variables: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|VITEST|NODE_(?!COMPILE_CACHE)|TEST|STAGE|DATABASE_|MIGRATION_)/.test(name),
  );
  return { ...Object.fromEntries(own), npm_config_update_notifier: 'false', ...variables };
}

/** Runs a command line in the project's folder and waits for its end. */
export async function run(command: string, variables: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const child = spawn('bash', ['-c', command], { cwd: root, env: shellEnvironment(variables), stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code, stdout, stderr };
}

/** A running `npm start` in a separate process group, as in a terminal. */
export interface Start {
  readonly npm: ChildProcess & { readonly pid: number };
  /** The output until the API was ready. */
  readonly output: string;
  /** The time from the launch until the command reported that it is ready. */
  readonly readyAfterMs: number;
  /** Sends a signal to npm and everything in its group, as the terminal does for Ctrl-C. */
  interrupt(signal: NodeJS.Signals): void;
  readonly ended: Promise<Ended>;
}

/** Starts `npm start` and waits until it is ready. Rejects with its output if it ends before it is ready. */
export async function npmStart(variables: Readonly<Record<string, string>>, flags = ''): Promise<Start> {
  const since = performance.now();
  const child = spawn('bash', ['-c', `exec npm start -- ${flags}`], {
    cwd: root,
    env: shellEnvironment(variables),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let stdout = '';
  const { promise: ready, resolve } = Promise.withResolvers<void>();
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
    // The last line of the output, printed when the API is ready.
    if (stdout.includes('Log of the functions:')) resolve();
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('npm could not be started');
  // npm may print warnings about the developer's settings.
  const ownWords = (stderr: string) => stderr.replace(/^npm warn .*\n/gm, '');
  const ended = Promise.all([text(child.stderr), once(child, 'close')]).then(([stderr, [code]]) => ({
    code,
    stdout,
    stderr: ownWords(stderr),
  }));
  const early = ended.then((end) => {
    throw new Error(`npm start ended with ${end.code}: ${end.stdout}${end.stderr}`);
  });
  await Promise.race([ready, early]);
  early.catch(() => {});
  const interrupt = (signal: NodeJS.Signals) => void process.kill(-pid, signal);
  return { npm: Object.assign(child, { pid }), output: stdout, readyAfterMs: performance.now() - since, interrupt, ended };
}
