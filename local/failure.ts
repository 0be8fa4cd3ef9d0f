/** Something the user can mend; its message is one line that says what and how. Anything else that is thrown is a bug. */
export class Failure extends Error {}

/** Prints the one line of a Failure, or the whole of a bug, on standard error, and makes the process end with 1. */
export function reportFailure(error: unknown): void {
  console.error(error instanceof Failure ? error.message : error);
  process.exitCode = 1;
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
