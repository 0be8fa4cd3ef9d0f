import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { removePostgres, startPostgres } from '../../local/postgres.ts';
import { containerEngineAnswers, startContainer } from './container.ts';

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

/** TEST_DATABASE says which: `container`, `embedded`, or unset for a container where an engine answers. */
export async function serverKind(): Promise<ServerKind> {
  const wanted = process.env['TEST_DATABASE'];
  return wanted === 'container' || (wanted !== 'embedded' && (await containerEngineAnswers())) ? 'container' : 'embedded';
}

/** Starts a server with these settings; `onLog` hears each line that it writes. */
export async function startServer(kind: ServerKind, settings: Settings, onLog?: (line: string) => void): Promise<Server> {
  if (kind === 'container') {
    const { adminUrl, image, stop } = await startContainer(settings, onLog);
    return { adminUrl, ...placeOf(adminUrl), described: `container (${image})`, stop };
  }
  const directory = await mkdtemp(path.join(tmpdir(), 'orders-test-'));
  const postgres = await startPostgres({ directory, settings, ...(onLog && { onLog }) });
  const adminUrl = postgres.url('postgres');
  return {
    adminUrl,
    ...placeOf(adminUrl),
    described: 'embedded (no container engine answered, or TEST_DATABASE=embedded)',
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
