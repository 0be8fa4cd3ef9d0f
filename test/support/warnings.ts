import { vi } from 'vitest';

/** The log entry of a failed try. */
interface Warning {
  readonly message: string;
  readonly failure: unknown;
  readonly attempt: unknown;
  readonly error: unknown;
}

/** Collects the warnings about failed database attempts that the function from freshFunction logs from now on. They are not printed. */
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

/** Collects the errors that the function from freshFunction logs from now on. They are not printed. */
export async function loggedErrors() {
  const { log } = await import('../../lib/log.ts');
  const seen: { message: string; fields: Record<string, unknown> | undefined }[] = [];
  vi.spyOn(log, 'error').mockImplementation((message, fields) => void seen.push({ message, fields }));
  return seen;
}
