import { vi } from 'vitest';
import type { HttpHandler } from '../../lib/http/api.ts';

/** A function as a new environment loads it, in this process, with these variables: nothing is shared with one loaded before. */
export async function freshFunction(name: string, variables: Readonly<Record<string, string | undefined>>): Promise<HttpHandler> {
  for (const [variable, value] of Object.entries(variables)) vi.stubEnv(variable, value);
  vi.resetModules();
  try {
    const { config } = await import('../../lib/config.ts');
    config();
    const { handler } = await import(`../../functions/${name}.ts`);
    return handler;
  } finally {
    vi.unstubAllEnvs();
  }
}
