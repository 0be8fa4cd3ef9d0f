import { createInterface } from 'node:readline';
import { PostgreSqlContainer } from '@testcontainers/postgresql';
import { getContainerRuntimeClient } from 'testcontainers';

/** Whether a container engine answers here. */
export async function containerEngineAnswers(): Promise<boolean> {
  return getContainerRuntimeClient().then(
    () => true,
    () => false,
  );
}

/** PostgreSQL in a container; TEST_POSTGRES_IMAGE names another image than the official one of the default version. */
export async function startContainer(settings: Readonly<Record<string, string | number>>, onLog: (line: string) => void = () => {}) {
  const image = process.env['TEST_POSTGRES_IMAGE'] || 'postgres:17';
  const container = await new PostgreSqlContainer(image)
    .withDatabase('postgres')
    .withUsername('postgres')
    .withCommand(['postgres', ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])])
    .withLogConsumer((stream) => void createInterface({ input: stream }).on('line', onLog))
    .start();
  return { image, adminUrl: `${container.getConnectionUri()}?sslmode=disable`, stop: async () => void (await container.stop()) };
}
