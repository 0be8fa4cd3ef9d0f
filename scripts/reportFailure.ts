import { Failure } from '../local/failure.ts';

/** Thrown for `--help`, which is not an error. The message is the help text. */
export class HelpRequested extends Error {}

/**
 * Prints the message of a Failure, or the stack of any other error, to standard error, and sets the exit code to 1. Prints requested help to
 * standard output, and leaves the exit code 0.
 */
export function reportFailure(error: unknown): void {
  if (error instanceof HelpRequested) {
    console.log(error.message);
    return;
  }
  console.error(error instanceof Failure ? error.message : error);
  process.exitCode = 1;
}
