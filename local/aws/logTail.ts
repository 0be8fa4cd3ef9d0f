// Lambda's limit for the log in a response.
const limitBytes = 4096;

/** The log lines of one invocation, between the START, END and REPORT lines that Lambda writes. */
export class LogTail {
  readonly #requestId: string;
  readonly #version: string;
  readonly #lines: string[] = [];
  readonly #began = performance.now();

  constructor(requestId: string, version: string) {
    this.#requestId = requestId;
    this.#version = version;
  }

  readonly add = (line: string): void => {
    this.#lines.push(line);
  };

  elapsedMs(): number {
    return performance.now() - this.#began;
  }

  /** Returns the last 4 KB of the log in base64. */
  encoded(durationMs: number): string {
    const about = `RequestId: ${this.#requestId}`;
    const report = `REPORT ${about}\tDuration: ${durationMs.toFixed(2)} ms\tBilled Duration: ${Math.ceil(durationMs)} ms`;
    const log = Buffer.from(`${[`START ${about} Version: ${this.#version}`, ...this.#lines, `END ${about}`, report].join('\n')}\n`);
    return log.subarray(-limitBytes).toString('base64');
  }
}
