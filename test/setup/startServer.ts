import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { messageOf } from '../../local/failure.ts';
import { removePostgres, startPostgres } from '../../local/postgres.ts';
import { containerEngineAnswers, image, startContainer } from './container.ts';

/** A server that the suite started, wherever it runs. */
export interface Server {
  /** The superuser's address of the database `postgres`. */
  readonly adminUrl: string;
  readonly host: string;
  readonly port: number;
  /** What it is, in words. */
  readonly described: string;
  readonly stop: () => Promise<void>;
}

export type Settings = Readonly<Record<string, string | number>>;
export type ServerKind = 'container' | 'embedded';

/**
 * Starts the first server of a run, of the kind that TEST_DATABASE names: `container`, `embedded`, or unset for a container where an engine
 * answers and has an image of PostgreSQL. The run's other servers are to be of the kind that came out.
 */
export async function startFirstServer(settings: Settings): Promise<Server & { readonly kind: ServerKind }> {
  const wanted = process.env['TEST_DATABASE'];
  const embedded = async (why: string) => {
    const server = await startServer('embedded', settings);
    return { ...server, described: `${server.described} (${why})`, kind: 'embedded' as const };
  };
  if (wanted === 'embedded') return embedded('TEST_DATABASE=embedded');
  if (wanted !== 'container' && !(await containerEngineAnswers())) return embedded('no container engine answered');
  try {
    return { ...(await startServer('container', settings)), kind: 'container' };
  } catch (cause) {
    const why = `the container engine did not start ${image()}: ${messageOf(cause)}`;
    // Whoever names an image wants that one tested.
    if (wanted !== 'container' && !process.env['TEST_POSTGRES_IMAGE']) return embedded(why);
    throw new Error(`${why}. Load that image, name another with TEST_POSTGRES_IMAGE, or take TEST_DATABASE=embedded`, { cause });
  }
}

/** Starts a server with these settings; `onLog` hears each line that it writes. */
export async function startServer(kind: ServerKind, settings: Settings, onLog?: (line: string) => void): Promise<Server> {
  if (kind === 'container') {
    const { adminUrl, stop } = await startContainer(settings, onLog);
    return { adminUrl, ...placeOf(adminUrl), described: `container (${image()})`, stop };
  }
  const directory = await mkdtemp(path.join(tmpdir(), 'orders-test-'));
  const postgres = await startPostgres({ directory, settings, ...(onLog && { onLog }) });
  const adminUrl = postgres.url('postgres');
  return {
    adminUrl,
    ...placeOf(adminUrl),
    described: 'embedded',
    stop: async () => {
      await postgres.stop();
      await removePostgres(directory);
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function placeOf(address: string): { host: string; port: number } {
  const { hostname, port } = new URL(address);
  return { host: hostname, port: Number(port) };
}
