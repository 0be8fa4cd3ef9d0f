import type { TestProject } from 'vitest/node';
import { currentBuild } from '../../scripts/currentBuild.ts';
import { startRunServer } from './server.ts';

/** Runs once, before all tests. Builds the functions from the current sources, and starts the server at the same time. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const [built, server] = await Promise.allSettled([currentBuild(), startRunServer(project)]);
  if (server.status === 'rejected') throw server.reason;
  if (built.status === 'fulfilled') return server.value;
  await server.value?.();
  throw built.reason;
}
