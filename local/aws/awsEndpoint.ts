import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { openLocalServer } from '../http/localServer.ts';

/** An error in the format that AWS's clients understand. */
export class AwsError extends Error {
  readonly status: number;
  readonly type: string;
  readonly details: Readonly<Record<string, string>>;
  constructor(status: number, type: string, message: string, details: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.type = type;
    this.details = details;
  }
}

interface AwsAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A local stand-in for an AWS service. */
export interface AwsEndpoint {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Listens on a free port of 127.0.0.1 for AWS's clients. Requires a signature in the header Authorization, but does not verify the signature. The requirement
 * keeps web pages out, because a page cannot add this header to a request to another origin. With DNS rebinding, this server becomes the page's own
 * origin, and the page can add the header. Two checks reject such requests: localServer.ts rejects the page's name in the header Host, and this server
 * rejects the header Origin, which only browsers send.
 */
export async function openAwsEndpoint(handle: (request: IncomingMessage) => Promise<AwsAnswer>): Promise<AwsEndpoint> {
  const { server, url } = await openLocalServer({}, {}, async (request, response) => {
    const requestId = randomUUID();
    try {
      if (request.headers.origin !== undefined)
        throw new AwsError(403, 'AccessDeniedException', 'This endpoint does not accept requests from web pages.');
      if (!request.headers.authorization?.startsWith('AWS4-')) {
        throw new AwsError(403, 'MissingAuthenticationTokenException', 'Missing Authentication Token');
      }
      const { status, headers = {}, body = '' } = await handle(request);
      writeAnswer(response, status, { 'x-amzn-requestid': requestId, ...headers }, body);
    } catch (error) {
      if (!(error instanceof AwsError) && !request.destroyed) console.error(error);
      const { status, type, message, details } =
        error instanceof AwsError
          ? error
          : new AwsError(500, 'ServiceException', 'The local endpoint failed. See the output of npm start.');
      const headers = { 'content-type': 'application/json', 'x-amzn-requestid': requestId, 'x-amzn-errortype': type };
      writeAnswer(response, status, headers, JSON.stringify({ __type: type, Type: 'User', message, Message: message, ...details }));
    }
  });
  return {
    url,
    close: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function writeAnswer(response: ServerResponse, status: number, headers: Readonly<Record<string, string>>, body: string): void {
  if (response.destroyed) return;
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
