import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { StartedTestContainer } from 'testcontainers';
import { messageOf } from '../../local/failure.ts';
import { removePostgres, startPostgres } from '../../local/postgres/postgres.ts';
import { containerEngineAnswers, image, startContainer } from './container.ts';

const run = promisify(execFile);

/** A server that the suite started, in a container or embedded. */
export interface Server {
  /** The superuser's address of the database `postgres`. */
  readonly adminUrl: string;
  readonly host: string;
  readonly port: number;
  /** What it is, in words. */
  readonly described: string;
  /** Has PostgreSQL's other programs; undefined of an embedded server, which comes without them. */
  readonly container?: StartedTestContainer;
  readonly stop: () => Promise<void>;
}

export type Settings = Readonly<Record<string, string | number>>;
export type ServerKind = 'container' | 'embedded';

interface Start {
  readonly settings: Settings;
  /** Receives each line that the server writes. */
  readonly onLog?: (line: string) => void;
  /** The files of an embedded server to begin with, as `filesOf` left them. */
  readonly files?: string | undefined;
}

/** The first server of a run, of the kind that the others are to be, too. */
export interface FirstServer extends Server {
  readonly kind: ServerKind;
  /** The files of a server that is prepared like this one, for others to begin with; undefined of a container, where each is prepared anew. */
  readonly files: string | undefined;
}

/**
 * Starts the first server of a run and has it prepared, of the kind that TEST_DATABASE names: `container`, `embedded`, or unset for a container
 * where an engine answers and has an image of PostgreSQL.
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
    // Whoever names an image wants that one tested.
    if (wanted !== 'container' && !process.env['TEST_POSTGRES_IMAGE']) return firstEmbedded(why, settings, prepare);
    throw new Error(`${why}. Load that image, name another with TEST_POSTGRES_IMAGE, or take TEST_DATABASE=embedded`, { cause });
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
 * The files of an embedded server that was prepared and then stopped: a server that begins with a copy takes 1.2 s of a processor less than one
 * that is initialised and prepared.
 */
async function filesOf(settings: Settings, prepare: (adminUrl: string) => Promise<void>): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'orders-test-'));
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
  const directory = await mkdtemp(path.join(tmpdir(), 'orders-test-'));
  // With their owner, who is not this process's user where that is root.
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
