import { createInterface } from 'node:readline';

/** Whether a container engine answers here. */
export async function containerEngineAnswers(): Promise<boolean> {
  // Loaded where containers are, as below: the two packages are half a second of a processor in each process.
  const { getContainerRuntimeClient } = await import('testcontainers');
  return getContainerRuntimeClient().then(
    () => true,
    () => false,
  );
}

/** The image: TEST_POSTGRES_IMAGE, or the official one of the default version. */
export function image(): string {
  return process.env['TEST_POSTGRES_IMAGE'] || 'postgres:17';
}

/** PostgreSQL in a container. */
export async function startContainer(settings: Readonly<Record<string, string | number>>, onLog: (line: string) => void = () => {}) {
  const { PostgreSqlContainer } = await import('@testcontainers/postgresql');
  const container = await new PostgreSqlContainer(image())
    .withDatabase('postgres')
    .withUsername('postgres')
    .withCommand(['postgres', ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])])
    .withLogConsumer((stream) => void createInterface({ input: stream }).on('line', onLog))
    .start();
  return { adminUrl: `${container.getConnectionUri()}?sslmode=disable`, stop: async () => void (await container.stop()) };
}
