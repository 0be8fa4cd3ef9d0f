import { vi } from 'vitest';

/** What is logged of a try that failed. */
interface Warning {
  readonly message: string;
  readonly failure: unknown;
  readonly attempt: unknown;
  readonly error: unknown;
}

/** Why each try at the database failed, as the function of freshFunction logs it from here on, instead of writing it. */
export async function warnings(onEach: () => void = () => {}): Promise<readonly Warning[]> {
  const { log } = await import('../../lib/log.ts');
  const seen: Warning[] = [];
  vi.spyOn(log, 'warn').mockImplementation((message, { failure, attempt, error }: Record<string, unknown> = {}) => {
    if (failure === undefined) return;
    seen.push({ message, failure, attempt, error });
    onEach();
  });
  return seen;
}
