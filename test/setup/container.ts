import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const port = 5432;
const dataDirectory = '/pgdata';

/** Whether a container engine responds. */
export async function containerEngineAnswers(): Promise<boolean> {
  // Imported only if containers are used: loading testcontainers takes half a second of CPU in each process.
  const { getContainerRuntimeClient } = await import('testcontainers');
  return getContainerRuntimeClient().then(
    () => true,
    () => false,
  );
}

/** Returns the name of the image: TEST_POSTGRES_IMAGE, or the official image of PostgreSQL 17. */
export function image(): string {
  return process.env['TEST_POSTGRES_IMAGE'] || 'postgres:17';
}

/**
 * Starts PostgreSQL in a container. Does not use @testcontainers/postgresql, because its health check can end every session. The health check runs
 * `sh -c pg_isready` four times a second, and Docker kills the shell if a check takes longer than a second. pg_isready then becomes a child of
 * process 1, the postmaster, and dies of SIGPIPE. The postmaster concludes that one of its own processes crashed, ends every session and recovers.
 */
export async function startContainer(settings: Readonly<Record<string, string | number>>, onLog: (line: string) => void = () => {}) {
  const { GenericContainer, Wait } = await import('testcontainers');
  const password = randomBytes(18).toString('base64url');
  const container = await new GenericContainer(image())
    // The data directory is in memory, where copying a database takes 14 ms. On an overlay file system on a disk, copying takes 100 to 300 ms.
    .withEnvironment({ POSTGRES_PASSWORD: password, PGDATA: dataDirectory })
    .withTmpFs({ [dataDirectory]: 'rw' })
    .withExposedPorts(port)
    .withCommand(['postgres', ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])])
    .withLogConsumer((stream) => void createInterface({ input: stream }).on('line', onLog))
    // The official image first runs a temporary server. This server listens on no address, so it does not log this line.
    .withWaitStrategy(Wait.forLogMessage(/listening on IPv4 address/))
    .withStartupTimeout(120_000)
    .start();
  const adminUrl = `postgres://postgres:${password}@${container.getHost()}:${container.getMappedPort(port)}/postgres?sslmode=disable`;
  const stop = async () => void (await container.stop());
  try {
    await untilItAccepts(adminUrl);
  } catch (error) {
    await stop();
    throw error;
  }
  return { adminUrl, container, stop };
}

/** Retries while the server responds that it is starting up (57P03). */
async function untilItAccepts(connectionString: string): Promise<void> {
  for (;;) {
    const client = new pg.Client({ connectionString });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (!(error instanceof pg.DatabaseError && error.code === '57P03')) throw error;
      await sleep(50);
    } finally {
      await client.end();
    }
  }
}
