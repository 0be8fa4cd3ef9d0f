import { vi } from 'vitest';

/** Runs `work` and returns, with its result, everything that it wrote to standard output and standard error. */
export async function outputOf<Result>(work: () => Promise<Result>): Promise<{ result: Result; output: string }> {
  let output = '';
  const note = (chunk: string | Uint8Array) => {
    output += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    return true;
  };
  // The logger has its own console, which writes to these two streams.
  const streams = [vi.spyOn(process.stdout, 'write').mockImplementation(note), vi.spyOn(process.stderr, 'write').mockImplementation(note)];
  const methods = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation((...args: unknown[]) => void note(`${args.map(String).join(' ')}\n`)),
  );
  try {
    return { result: await work(), output };
  } finally {
    for (const spy of [...streams, ...methods]) spy.mockRestore();
  }
}

/** Runs `work` and returns the lines of its log. */
export async function loggedBy(work: () => Promise<unknown>) {
  const { output } = await outputOf(work);
  return output.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
}
