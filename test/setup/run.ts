import type { TestProject } from 'vitest/node';
import { currentBuild } from '../../scripts/currentBuild.ts';
import { startRunServer } from './server.ts';

/** Once for the run: builds the functions, so that every test that starts them finds them current, and starts the server beside that. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const [built, server] = await Promise.allSettled([currentBuild(), startRunServer(project)]);
  if (server.status === 'rejected') throw server.reason;
  if (built.status === 'fulfilled') return server.value;
  await server.value?.();
  throw built.reason;
}
