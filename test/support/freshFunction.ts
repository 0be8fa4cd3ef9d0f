import { onTestFinished, vi } from 'vitest';
import type { HttpHandler } from '../../lib/http/api.ts';

/**
 * Loads a function in this process as a new environment does, with these variables. It shares nothing with functions that were loaded earlier.
 * With `isValid: false`, the variables stay set until the test ends: an invalid configuration is not cached, so every request reads them again.
 */
export async function freshFunction(
  name: string,
  variables: Readonly<Record<string, string | undefined>>,
  { isValid = true } = {},
): Promise<HttpHandler> {
  for (const [variable, value] of Object.entries(variables)) vi.stubEnv(variable, value);
  vi.resetModules();
  try {
    if (isValid) {
      const { config } = await import('../../lib/config.ts');
      config();
    }
    const { handler } = await import(`../../functions/${name}.ts`);
    return handler;
  } finally {
    if (isValid) vi.unstubAllEnvs();
    else onTestFinished(() => void vi.unstubAllEnvs());
  }
}
