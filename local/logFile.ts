import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

/** A log file of one run: begun anew, lines in the order in which they came. */
export interface LogFile {
  write(line: string): void;
  close(): Promise<void>;
}

/** Opens a log file, over the one of the run before. `echo` takes each line too. */
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
