import { Failure, messageOf } from '../local/failure.ts';

/**
 * Returns the options of an AWS client: by default a request without a response fails after 10 s, and the SDK makes up to three attempts.
 * Without `throwOnRequestTimeout` the SDK only logs a warning and keeps waiting.
 */
export function awsClientOptions({ requestTimeout = 10_000, maxAttempts = 3 }: { requestTimeout?: number; maxAttempts?: number } = {}) {
  return { maxAttempts, requestHandler: { connectionTimeout: 5_000, requestTimeout, throwOnRequestTimeout: true } };
}

/** Runs `work` with an AWS client and closes the client. Converts an error to a Failure with the text `fault`, the error's name and its message. */
export async function withAwsClient<Client extends { destroy(): void }, Result>(
  client: Client,
  fault: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  try {
    return await work(client);
  } catch (cause) {
    throw cause instanceof Failure ? cause : new Failure(`${fault}: ${described(cause)}`, { cause });
  } finally {
    client.destroy();
  }
}

function described(error: unknown): string {
  const isNamed = error instanceof Error && error.name !== 'Error';
  return [isNamed ? error.name : '', messageOf(error)].filter((part) => part !== '').join(': ');
}

/** Returns the work's result, or undefined if AWS rejects it with the error of this name. */
export async function unlessError<Result>(name: string, work: Promise<Result>): Promise<Result | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && error.name === name) return undefined;
    throw error;
  }
}
