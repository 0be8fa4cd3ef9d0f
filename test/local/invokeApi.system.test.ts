import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { InvokeCommand, type InvokeCommandInput, LambdaClient } from '@aws-sdk/client-lambda';
import { expect, onTestFinished, test } from 'vitest';
import { openInvokeApi } from '../../local/aws/invokeApi.ts';
import { writeFunctions } from './writeFunctions.ts';

type Given = Parameters<typeof writeFunctions>[0][string];

/** Lambda's own client for one function, `hello`. */
async function client(hello: Given) {
  const functions = await writeFunctions({ hello });
  const api = await openInvokeApi(functions, ['hello']);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const lambda = new LambdaClient({ endpoint: api.url, region: 'eu-central-1', credentials, maxAttempts: 1 });
  onTestFinished(async () => {
    lambda.destroy();
    await api.close();
  });
  const invoke = (input: Partial<InvokeCommandInput> = {}) => lambda.send(new InvokeCommand({ FunctionName: 'hello', ...input }));
  return { invoke, functions, url: api.url };
}

const echo = { source: 'export const handler = async (event) => { console.log("seen", event.n); return { event } }' };

test.each(['hello', 'shop-local-hello', 'arn:aws:lambda:eu-central-1:000000000000:function:shop-local-hello', 'hello:$LATEST'])(
  'invokes the function with the name %s',
  async (FunctionName) => {
    const { invoke } = await client(echo);
    const { StatusCode, Payload, FunctionError, ExecutedVersion, LogResult } = await invoke({ FunctionName, Payload: '{"n":1}' });
    expect([StatusCode, FunctionError, ExecutedVersion, LogResult]).toEqual([200, undefined, '$LATEST', undefined]);
    expect(JSON.parse(Payload?.transformToString() ?? '')).toEqual({ event: { n: 1 } });
  },
);

test("returns a function's error as a FunctionError", async () => {
  const { invoke } = await client({ source: 'export const handler = async () => { throw new RangeError("too far") }' });
  const { StatusCode, FunctionError, Payload } = await invoke();
  expect([StatusCode, FunctionError]).toEqual([200, 'Unhandled']);
  expect(JSON.parse(Payload?.transformToString() ?? '')).toMatchObject({ errorType: 'RangeError', errorMessage: 'too far' });
});

test('returns the tail of the log on request: this invocation’s lines between START and END, at most 4 KB', async () => {
  const { invoke } = await client(echo);
  await invoke({ Payload: '{"n":1}' });
  const { LogResult } = await invoke({ Payload: '{"n":2}', LogType: 'Tail' });
  const log = Buffer.from(LogResult ?? '', 'base64').toString();
  expect(log).toMatch(/^START RequestId: (\S{36}) Version: \$LATEST\nseen 2\nEND RequestId: \1\nREPORT RequestId: \1\tDuration: [\d.]+ ms/);
  const long = await invoke({ Payload: JSON.stringify({ n: 'x'.repeat(9000) }), LogType: 'Tail' });
  expect(Buffer.from(long.LogResult ?? '', 'base64')).toHaveLength(4096);
});

test('accepts an Event at once and runs it; does not run a DryRun', async () => {
  const { invoke, functions } = await client({ source: 'export const handler = () => new Promise((r) => setTimeout(r, 300))' });
  expect((await invoke({ InvocationType: 'DryRun' })).StatusCode).toBe(204);
  expect(functions.state().coldStarts).toBe(0);
  expect((await invoke({ InvocationType: 'Event' })).StatusCode).toBe(202);
  await expect.poll(() => functions.state().frozen).toBe(1);
});

test('returns a throttle as TooManyRequestsException with its reason', async () => {
  const source = `import { existsSync } from 'node:fs';
    export const handler = async ({ file }) => { while (!existsSync(file)) await new Promise((r) => setTimeout(r, 5)) }`;
  const { invoke, functions } = await client({ source, reservedConcurrency: 1 });
  const file = path.join(functions.taskRoot, 'go');
  const running = invoke({ Payload: JSON.stringify({ file }) });
  await expect.poll(() => functions.state().busy).toBe(1);
  await expect(invoke()).rejects.toMatchObject({
    ...{ name: 'TooManyRequestsException', Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded' },
    $metadata: { httpStatusCode: 429 },
  });
  await writeFile(file, '');
  await running;
});

test.each([
  ['an unknown function', { FunctionName: 'goodbye' }, 'ResourceNotFoundException'],
  ['a payload that is no JSON', { Payload: 'hello' }, 'InvalidRequestContentException'],
  ['a payload over 6 MB', { Payload: JSON.stringify('x'.repeat(6 * 1024 * 1024)) }, 'RequestTooLargeException'],
])('rejects %s with an error that the client knows', async (_, input, name) => {
  const { invoke } = await client(echo);
  await expect(invoke(input)).rejects.toMatchObject({ name });
});

test('rejects a request without a signature, such as a web page sends', async () => {
  const { url, functions } = await client(echo);
  const response = await fetch(`${url}/2015-03-31/functions/hello/invocations`, { method: 'POST', body: '{}' });
  expect([response.status, functions.state().coldStarts]).toEqual([403, 0]);
});
