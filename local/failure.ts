/** An error that the user can correct. Its message is one line with the fault and the remedy. Any other error is a bug. */
export class Failure extends Error {}

/** Prints the message of a Failure, or the stack of any other error, to standard error, and sets the exit code to 1. */
export function reportFailure(error: unknown): void {
  console.error(error instanceof Failure ? error.message : error);
  process.exitCode = 1;
}

/** Returns the message of a thrown value. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
