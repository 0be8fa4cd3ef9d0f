/** An error that the user can correct. Its message is one line with the fault and the remedy. Any other error is a bug. */
export class Failure extends Error {}

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

/** Returns the message of a thrown value. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
