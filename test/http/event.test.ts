import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../local/directory.ts';
import { readServerlessConfig } from '../../local/serverless/serverlessConfig.ts';
import { contextOf } from '../support/call.ts';

const events = {
  'a warm-up plugin': { source: 'serverless-plugin-warmup' },
  'a schedule': { version: '0', 'detail-type': 'Scheduled Event', source: 'aws.events', time: '2026-03-12T19:03:00Z', detail: {} },
  'an empty test event': {},
  'a request of payload 1.0': {
    version: '1.0',
    httpMethod: 'GET',
    path: '/products',
    requestContext: { requestId: 'a', httpMethod: 'GET' },
  },
  'a list of records': { Records: [{ body: '{}' }] },
  null: null,
  'a text': 'wake up',
};

const { routes } = await readServerlessConfig(path.join(root, 'serverless.yml'));

it.each([...new Set(routes.map(({ functionName }) => functionName))])(
  '%s rejects an event that is not an HTTP API request, and names the event that it expects',
  async (name) => {
    const { handler } = await import(`../../functions/${name}.ts`);
    for (const [sender, event] of Object.entries(events))
      await expect(handler(event, contextOf(1_000)), sender).rejects.toThrow(
        /^Expected an API Gateway HTTP API event \(payload 2\.0\), got .+\. Call this function through its route\./,
      );
  },
);

it("names a rejected event's fields in the error, but none of its values", async () => {
  const { handler } = await import('../../functions/docs.ts');
  const failure: unknown = await Promise.resolve(
    Reflect.apply(handler, undefined, [{ source: 'secret', password: 'hunter2' }, contextOf(1_000)]),
  ).catch((error: unknown) => error);
  expect(failure).toMatchObject({ name: 'UnexpectedEventError', message: expect.stringContaining('the fields source, password.') });
  expect(String(failure)).not.toMatch(/secret|hunter2/);
});

it('rotateApiPassword rejects an event that is not a rotation, and names the event that it expects', async () => {
  const { handler } = await import('../../functions/rotateApiPassword.ts');
  for (const event of Object.values(events))
    await expect(Promise.resolve(Reflect.apply(handler, undefined, [event, contextOf(1_000)]))).rejects.toThrow(
      'Expected a Secrets Manager rotation event with Step, SecretId and ClientRequestToken',
    );
});
