import type { IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { onTestFinished, vi } from 'vitest';
import { AwsError, openAwsEndpoint } from '../../local/aws/awsEndpoint.ts';

type Answer = Awaited<ReturnType<Parameters<typeof openAwsEndpoint>[0]>>;

interface Asked {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The body's fields, for a service with the query protocol. */
  readonly fields: Readonly<Record<string, string>>;
}

export const json = (value: unknown): Answer => ({ status: 200, body: JSON.stringify(value) });
export const xml = (body: string, status = 200): Answer => ({ status, headers: { 'content-type': 'text/xml' }, body });

/** An error of a service with the query protocol. */
export const xmlError = (status: number, code: string, message: string): Answer =>
  xml(`<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`, status);

/** Starts a server in place of an AWS service, such as `LAMBDA`. AWS's clients send their requests to this server until the test ends. */
export async function awsService(name: string, answer: (asked: Asked) => Answer | Promise<Answer>): Promise<void> {
  const endpoint = await openAwsEndpoint(async (request) => {
    const body = await text(request);
    return answer({ url: request.url ?? '', headers: request.headers, body, fields: Object.fromEntries(new URLSearchParams(body)) });
  });
  const variables = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local', [`AWS_ENDPOINT_URL_${name}`]: endpoint.url };
  for (const [variable, value] of Object.entries(variables)) vi.stubEnv(variable, value);
  onTestFinished(() => endpoint.close());
}

/** Starts a server in place of an AWS service, and rejects every request with this error. */
export const rejectingService = (name: string, status: number, type: string, message: string): Promise<void> =>
  awsService(name, () => {
    throw new AwsError(status, type, message);
  });
