import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll } from 'vitest';
import * as z from 'zod/mini';

const getSecretValue = z.object({ SecretId: z.string(), VersionStage: z._default(z.string(), 'AWSCURRENT') });

interface SecretsManager {
  /** What the SDK's client needs to find it. */
  readonly variables: Readonly<Record<string, string>>;
  /** The secrets by their ids, and `id AWSPENDING` for the next version of one; texts as they are answered. */
  readonly secrets: Map<string, string>;
  /** How often it was asked. */
  readonly asked: () => number;
}

/** Secrets Manager's side of GetSecretValue, so that the real client speaks to a real port. Ends with the test file. */
export async function secretsManager(): Promise<SecretsManager> {
  const secrets = new Map<string, string>();
  let asked = 0;
  const server = createServer(async (request, response) => {
    asked++;
    let body = '';
    for await (const chunk of request) body += chunk;
    const { SecretId, VersionStage } = getSecretValue.parse(JSON.parse(body));
    const text = secrets.get(VersionStage === 'AWSCURRENT' ? SecretId : `${SecretId} ${VersionStage}`);
    response.statusCode = text === undefined ? 400 : 200;
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    response.end(
      JSON.stringify(text === undefined ? { __type: 'ResourceNotFoundException', message: 'not there' } : { SecretString: text }),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterAll(() => void server.close());
  const address = server.address();
  return {
    variables: {
      AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    },
    secrets,
    asked: () => asked,
  };
}
