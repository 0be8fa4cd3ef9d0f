import { onTestFinished, vi } from 'vitest';
import type { HttpHandler } from '../../lib/http/api.ts';

/**
 * A function as a new environment loads it, in this process, with these variables: nothing is shared with one loaded before.
 * `isValid: false` keeps the variables until the test is over, for a configuration that is read again because it is wrong.
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
