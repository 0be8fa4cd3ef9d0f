import type { WriteStream } from 'node:tty';
import { type Counts, sum } from './recorder.ts';
import type { Sample } from './sampler.ts';

interface Now {
  readonly counts: Counts;
  readonly sample: Sample | undefined;
  readonly slots: number | null;
}

/** Shows a run's progress: on a terminal in one line that is overwritten, elsewhere in a new line every 5 s. */
export interface Progress {
  say(line: string): void;
  watch(name: string, look: () => Now): { end(): void };
}

const terminalEveryMs = 250;
const plainEveryMs = 5000;

export function progressOn(stream: Pick<WriteStream, 'write' | 'columns'> & { readonly isTTY?: boolean }): Progress {
  return {
    say: (line) => void stream.write(`${line}\n`),
    watch: (name, look) => {
      const began = performance.now();
      const show = (end: string) => {
        const line = lineOf(name, (performance.now() - began) / 1000, look());
        // Cuts the line to the terminal's width, because a wrapped line could not be overwritten.
        stream.write(stream.isTTY ? `\r\u001b[K${line.slice(0, (stream.columns || 80) - 1)}${end}` : `${line}\n`);
      };
      const timer = setInterval(() => show(''), stream.isTTY ? terminalEveryMs : plainEveryMs);
      return {
        end: () => {
          clearInterval(timer);
          show('\n');
        },
      };
    },
  };
}

function lineOf(name: string, seconds: number, { counts, sample, slots }: Now): string {
  const { requests, ok, throttled, clientErrors, serverErrors } = counts;
  const codes = Object.entries({ ...serverErrors, ...clientErrors }).slice(0, 2);
  const parts = [
    `${name} ${seconds.toFixed(0).padStart(3)} s`,
    `${requests} answers: ${ok} 2xx, ${throttled} throttled, ${sum(serverErrors)} 5xx`,
    ...(sample === undefined ? [] : [`${sample.busy} busy ${sample.frozen} frozen`]),
    ...(sample === undefined || slots === null ? [] : [`${sample.held ?? '-'} held ${sample.active ?? '-'} active of ${slots}`]),
    ...codes.map(([code, count]) => `${count} x ${code}`),
  ];
  return parts.join(' | ');
}
