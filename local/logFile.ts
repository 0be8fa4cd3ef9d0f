import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

/** The log file of one run. */
export interface LogFile {
  write(line: string): void;
  close(): Promise<void>;
}

/** Opens a log file and overwrites the log of the previous run. */
export function openLog(file: string): LogFile {
  const stream = createWriteStream(file, { mode: 0o600 });
  // Ignores errors, because a full disk must not end the run.
  stream.on('error', () => {});
  return {
    write: (line) => void stream.write(`${line}\n`),
    close: async () => {
      stream.end();
      await finished(stream).catch(() => {});
    },
  };
}
