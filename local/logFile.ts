import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

/** The log file of one run. */
export interface LogFile {
  write(line: string): void;
  close(): Promise<void>;
}

/** Opens a log file and overwrites that of the previous run. `echo` also receives each line. */
export function openLog(file: string, echo: (line: string) => void = () => {}): LogFile {
  const stream = createWriteStream(file, { mode: 0o600 });
  // A full disk must not end the run.
  stream.on('error', () => {});
  return {
    write: (line) => {
      stream.write(`${line}\n`);
      echo(line);
    },
    close: async () => {
      stream.end();
      await finished(stream).catch(() => {});
    },
  };
}
