import { vi } from 'vitest';

/**
 * Test files share a process. Returns a function that undoes a file's changes to the process: stubbed globals, fake timers, environment variables.
 * Otherwise `vi.unstubAllEnvs` in a later file could restore a value of this file, such as the address of a dropped database.
 */
export function ownState(): () => void {
  const environment = { ...process.env };
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.unstubAllEnvs();
    for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
    Object.assign(process.env, environment);
  };
}
