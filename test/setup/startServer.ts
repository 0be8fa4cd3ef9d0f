import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { StartedTestContainer } from 'testcontainers';
import { messageOf } from '../../local/failure.ts';
import { removePostgres } from '../../local/postgres/home.ts';
import { startPostgres } from '../../local/postgres/postgres.ts';
import { containerEngineAnswers, image, startContainer } from './container.ts';
import { newServerFolder } from './serverFolder.ts';

const run = promisify(execFile);

/** A server that the suite started, in a container or embedded. */
export interface Server {
  /** The superuser's URL of the database `postgres`. */
  readonly adminUrl: string;
  readonly host: string;
  readonly port: number;
  /** Names the kind of server in the first line of output. */
  readonly described: string;
  /** The server's container, in which tests run other PostgreSQL programs. An embedded server does not have these programs. */
  readonly container?: StartedTestContainer;
  readonly stop: () => Promise<void>;
}

export type Settings = Readonly<Record<string, string | number>>;
export type ServerKind = 'container' | 'embedded';

interface Start {
  readonly settings: Settings;
  /** Receives each line that the server writes. */
  readonly onLog?: (line: string) => void;
  /** A prepared data directory, which an embedded server copies before it starts. */
  readonly files?: string | undefined;
}

/** The first server of a run. Later servers are of the same kind by default. */
export interface FirstServer extends Server {
  readonly kind: ServerKind;
  /** A prepared data directory, which other servers copy. Undefined for containers, because each of them is prepared separately. */
  readonly files: string | undefined;
}

/**
 * Starts and prepares the first server of a run. TEST_DATABASE selects the kind: `container` or `embedded`. By default, it is a container if a
 * container engine responds and can start the image.
 */
export async function startFirstServer(settings: Settings, prepare: (adminUrl: string) => Promise<void>): Promise<FirstServer> {
  const wanted = process.env['TEST_DATABASE'];
  if (wanted === 'embedded') return firstEmbedded('TEST_DATABASE=embedded', settings, prepare);
  if (wanted !== 'container' && !(await containerEngineAnswers())) return firstEmbedded('no container engine answered', settings, prepare);
  let server: Server;
  try {
    server = await startServer('container', { settings });
  } catch (cause) {
    const why = `the container engine did not start ${image()}: ${messageOf(cause)}`;
    // If TEST_POSTGRES_IMAGE is set, the tests must run on that image.
    if (wanted !== 'container' && !process.env['TEST_POSTGRES_IMAGE']) return firstEmbedded(why, settings, prepare);
    throw new Error(`${why}. Load that image, set TEST_POSTGRES_IMAGE to another one, or set TEST_DATABASE=embedded`, { cause });
  }
  await prepare(server.adminUrl);
  return { ...server, kind: 'container', files: undefined };
}

async function firstEmbedded(why: string, settings: Settings, prepare: (adminUrl: string) => Promise<void>): Promise<FirstServer> {
  const files = await filesOf(settings, prepare);
  const server = await startServer('embedded', { settings, files });
  const stop = async () => {
    await server.stop();
    await removePostgres(files);
  };
  return { ...server, described: `${server.described} (${why})`, stop, kind: 'embedded', files };
}

/**
 * Prepares an embedded server, stops it and returns its data directory. A server that starts on a copy of this directory takes 1.2 s of CPU less
 * than a server that is prepared again.
 */
async function filesOf(settings: Settings, prepare: (adminUrl: string) => Promise<void>): Promise<string> {
  const directory = await newServerFolder();
  try {
    const server = await startPostgres({ directory, settings });
    await prepare(server.url('postgres')).finally(server.stop);
    return directory;
  } catch (error) {
    await removePostgres(directory);
    throw error;
  }
}

/** Starts a server with these settings. */
export async function startServer(kind: ServerKind, { settings, onLog, files }: Start): Promise<Server> {
  if (kind === 'container') {
    const { adminUrl, container, stop } = await startContainer(settings, onLog);
    return { adminUrl, ...placeOf(adminUrl), described: `container (${image()})`, container, stop };
  }
  const directory = await newServerFolder();
  // `-p` keeps the owner of the files. If this process runs as root, PostgreSQL runs as another user, who owns the files.
  if (files !== undefined) await run('cp', ['-Rp', `${files}/.`, directory]);
  const postgres = await startPostgres({ directory, settings, ...(onLog && { onLog }) });
  const adminUrl = postgres.url('postgres');
  return {
    adminUrl,
    ...placeOf(adminUrl),
    described: 'embedded',
    stop: async () => {
      await postgres.stop();
      await removePostgres(directory);
    },
  };
}

function placeOf(address: string): { host: string; port: number } {
  const { hostname, port } = new URL(address);
  return { host: hostname, port: Number(port) };
}
