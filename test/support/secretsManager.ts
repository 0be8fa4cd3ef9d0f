import type { ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll } from 'vitest';
import * as z from 'zod/mini';
import { openLocalServer } from '../../local/http/localServer.ts';

const getSecretValue = z.object({ SecretId: z.string(), VersionStage: z._default(z.string(), 'AWSCURRENT') });

/** How a request fails: without a response (`silence`), with a lost connection (`reset`), or with an AWS error. */
export type AwsFault = 'silence' | 'reset' | { readonly status: number; readonly type: string };

interface SecretsManager {
  /** The environment variables that point the SDK to this server. */
  readonly variables: Readonly<Record<string, string>>;
  /** The text of each secret by its ID. `<id> AWSPENDING` is a secret's next version. */
  readonly secrets: Map<string, string>;
  /** `next` contains one failure for each of the next requests. Later requests fail with `always`, if it is set. */
  readonly faults: { next: AwsFault[]; always: AwsFault | undefined };
  /** The number of requests. */
  readonly asked: () => number;
  /** The number of requests that the client aborted before a response. */
  readonly givenUp: () => number;
}

/** Starts a server that implements GetSecretValue for AWS's own client. It stops at the end of the test file. */
export async function secretsManager(): Promise<SecretsManager> {
  const secrets = new Map<string, string>();
  const faults: SecretsManager['faults'] = { next: [], always: undefined };
  let asked = 0;
  let givenUp = 0;
  const { server, url } = await openLocalServer({}, {}, async (request, response) => {
    asked++;
    const fault = faults.next.shift() ?? faults.always;
    response.on('close', () => {
      if (!response.writableEnded) givenUp++;
    });
    const body = await text(request);
    if (fault === 'silence') return;
    if (fault === 'reset') request.socket.resetAndDestroy();
    else if (fault) answer(response, fault.status, { __type: fault.type, message: 'caused by the test' });
    else {
      const { SecretId, VersionStage } = getSecretValue.parse(JSON.parse(body));
      const secret = secrets.get(VersionStage === 'AWSCURRENT' ? SecretId : `${SecretId} ${VersionStage}`);
      if (secret === undefined) answer(response, 400, { __type: 'ResourceNotFoundException', message: 'not there' });
      else answer(response, 200, { SecretString: secret });
    }
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
  return {
    variables: {
      AWS_ENDPOINT_URL_SECRETS_MANAGER: url,
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    },
    secrets,
    faults,
    asked: () => asked,
    givenUp: () => givenUp,
  };
}

function answer(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(value));
}
