import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { dyingWithParent, type SystemUser } from '../process/parentDeath.ts';
import { serverEnvironment } from './initialise.ts';

/** Another process has taken the port. */
export class PortTaken extends Error {}

interface Launch {
  readonly program: string;
  readonly data: string;
  readonly user: SystemUser | undefined;
  readonly settings: Readonly<Record<string, string | number>>;
  readonly onLog: (line: string) => void;
}

const always = {
  // TCP only: a Unix socket would be a file in a shared folder, and its path could be too long.
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** Starts the server and waits until it accepts connections. Throws PortTaken, or an error with the server's last message. */
export async function launchServer({ program, data, user, settings, onLog }: Launch): Promise<ChildProcess & { readonly pid: number }> {
  const flags = Object.entries({ ...always, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const line = dyingWithParent('INT', program, ['-D', data, ...flags], user);
  // Detached, so that Ctrl-C in the terminal reaches only the parent, which stops its children in order.
  const server = spawn(line.command, line.args, {
    ...line.user,
    cwd: data,
    env: serverEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const said: string[] = [];
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: server.stderr }).on('line', (text) => {
      onLog(text);
      // A standby logs `read-only`.
      if (/database system is ready to accept (read-only )?connections/.test(text)) resolve();
      else if (said.length < 200) said.push(text);
    });
    server.once('error', reject);
    // 'close' instead of 'exit', because all output arrives before 'close'.
    server.once('close', (code, signal) => {
      if (said.some((text) => text.includes('could not create any TCP/IP sockets')))
        reject(new PortTaken(`Port ${settings['port']} is taken`));
      // Without a FATAL or PANIC line, the server ended before it read its data. Then the whole output is the reason.
      const fatal = said.findLast((text) => /(FATAL|PANIC): /.test(text))?.replace(/^.*?(FATAL|PANIC): +/, '');
      reject(
        new Error(
          `PostgreSQL did not start on ${data}: ${fatal ?? (said.join(' ').replace(/^postgres: /, '') || `ended with ${signal ?? code}`)}`,
        ),
      );
    });
  });
  if (server.pid === undefined) throw new Error('PostgreSQL has no process id');
  return Object.assign(server, { pid: server.pid });
}
