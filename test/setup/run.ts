import type { TestProject } from 'vitest/node';
import { currentBuild } from '../../scripts/currentBuild.ts';
import { startRunServer } from './server.ts';

/** Runs once, before all tests: builds the functions, so that tests start current ones, and starts the server at the same time. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const [built, server] = await Promise.allSettled([currentBuild(), startRunServer(project)]);
  if (server.status === 'rejected') throw server.reason;
  if (built.status === 'fulfilled') return server.value;
  await server.value?.();
  throw built.reason;
}
