import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { InvokeCommand, type InvokeCommandInput, LambdaClient } from '@aws-sdk/client-lambda';
import { expect, onTestFinished, test } from 'vitest';
import { openInvokeApi } from '../../local/aws/invokeApi.ts';
import { writeFunctions } from './writeFunctions.ts';

type Given = Parameters<typeof writeFunctions>[0][string];

/** Returns AWS's client for the Invoke API with the function `hello`. */
async function client(hello: Given) {
  const functions = await writeFunctions({ hello });
  const api = await openInvokeApi(functions, { service: 'shop', region: 'eu-central-1', names: ['hello'] });
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

test('invokes a function by every form of FunctionName, with a version or alias in FunctionName or in Qualifier', async () => {
  const { invoke } = await client({
    source: 'export const handler = async ({ n }, { invokedFunctionArn, functionVersion }) => ({ n, invokedFunctionArn, functionVersion })',
  });
  const arn = 'arn:aws:lambda:eu-central-1:000000000000:function:shop-local-hello';
  for (const [name, Qualifier, version = '$LATEST', qualifier = Qualifier] of [
    ['hello'],
    ['shop-local-hello'],
    [arn],
    ['000000000000:function:shop-local-hello'],
    ['function:shop-local-hello'],
    ['hello:$LATEST', undefined, '$LATEST', '$LATEST'],
    ['shop-local-hello:1', undefined, '1', '1'],
    ['000000000000:function:shop-local-hello:live', undefined, '1', 'live'],
    [`${arn}:live`, undefined, '1', 'live'],
    [`${arn}:live`, 'live', '1'],
    ['hello', 'live', '1'],
    ['000000000000:function:shop-local-hello', '1', '1'],
    [arn, '$LATEST'],
  ] as const) {
    const { StatusCode, Payload, ExecutedVersion, LogResult, FunctionError } = await invoke({
      FunctionName: name,
      Qualifier,
      Payload: '{"n":1}',
    });
    expect([name, StatusCode, FunctionError, ExecutedVersion, LogResult]).toEqual([name, 200, undefined, version, undefined]);
    const invokedFunctionArn = qualifier === undefined ? arn : `${arn}:${qualifier}`;
    expect(JSON.parse(Payload?.transformToString() ?? '')).toEqual({ n: 1, invokedFunctionArn, functionVersion: version });
  }
});

test('reports the executed version in the log', async () => {
  const { invoke } = await client(echo);
  const { LogResult } = await invoke({ Qualifier: 'live', LogType: 'Tail', Payload: '{"n":1}' });
  expect(Buffer.from(LogResult ?? '', 'base64').toString()).toMatch(/^START RequestId: \S{36} Version: 1\nseen 1\n/);
});

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

test('accepts an invocation of type Event at once and runs it, but does not run a DryRun', async () => {
  const { invoke, functions } = await client({ source: 'export const handler = () => new Promise((r) => setTimeout(r, 300))' });
  expect((await invoke({ InvocationType: 'DryRun' })).StatusCode).toBe(204);
  expect(functions.state().coldStarts).toBe(0);
  expect((await invoke({ InvocationType: 'Event' })).StatusCode).toBe(202);
  await expect.poll(() => functions.state().frozen).toBe(1);
});

test('rejects a throttled invocation with TooManyRequestsException and the reason', async () => {
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

const arnOf = (name: string, region = 'eu-central-1', account = '000000000000') => `arn:aws:lambda:${region}:${account}:function:${name}`;
const missing = (arn: string) => ({ name: 'ResourceNotFoundException', message: `Function not found: ${arn}`, Type: 'User', status: 404 });

test.each<[string, Partial<InvokeCommandInput>, Record<string, unknown> & { status: number }]>([
  ['an unknown function', { FunctionName: 'goodbye' }, missing(arnOf('goodbye'))],
  ['a name that only ends with the name of a function', { FunctionName: 'shop-production-hello' }, missing(arnOf('shop-production-hello'))],
  ['an unknown version', { FunctionName: 'hello:2' }, missing(arnOf('hello:2'))],
  ['an unknown alias', { FunctionName: arnOf('shop-local-hello'), Qualifier: 'next' }, missing(arnOf('shop-local-hello:next'))],
  [
    'an ARN of another region',
    { FunctionName: arnOf('shop-local-hello', 'us-east-1') },
    { ...missing(''), message: "Functions from 'us-east-1' are not reachable in this region ('eu-central-1')" },
  ],
  [
    'an ARN of another account',
    { FunctionName: '123456789012:function:shop-local-hello' },
    {
      ...{ name: 'AccessDeniedException', status: 403 },
      message: expect.stringMatching(
        /not authorized to perform: lambda:InvokeFunction on resource: arn:\S+:123456789012:function:shop-local-hello /,
      ),
    },
  ],
  [
    'two qualifiers that differ',
    { FunctionName: 'hello:live', Qualifier: '1' },
    {
      ...{ name: 'InvalidParameterValueException', Type: 'User', status: 400 },
      message: 'The derived qualifier from the function name does not match the specified qualifier.',
    },
  ],
  ...['hello there', 'hello:', 'hello:a:b', 'arn:aws:s3:::hello', `${arnOf('hello')}:`, 'hello/../x', '%E0'].map(
    (FunctionName): [string, Partial<InvokeCommandInput>, Record<string, unknown> & { status: number }] => [
      `the name ${FunctionName}`,
      { FunctionName },
      {
        ...{ name: 'ValidationException', status: 400 },
        message: expect.stringMatching(
          /^1 validation error detected: Value '.*' at 'functionName' failed to satisfy constraint: Member must satisfy/,
        ),
      },
    ],
  ),
  [
    'a name of more than 170 characters',
    { FunctionName: 'h'.repeat(171) },
    { name: 'ValidationException', status: 400, message: expect.stringMatching(/less than or equal to 170$/) },
  ],
  [
    'a qualifier with an invalid character',
    { Qualifier: 'a.b' },
    {
      name: 'ValidationException',
      status: 400,
      message: expect.stringMatching(/^1 validation error detected: Value 'a\.b' at 'qualifier'/),
    },
  ],
  ['a payload that is not JSON', { Payload: 'hello' }, { name: 'InvalidRequestContentException', status: 400 }],
  ['a payload over 6 MB', { Payload: JSON.stringify('x'.repeat(6 * 1024 * 1024)) }, { name: 'RequestTooLargeException', status: 413 }],
])("rejects %s with Lambda's error", async (_, input, { status, ...error }) => {
  const { invoke, functions } = await client(echo);
  await expect(invoke(input)).rejects.toMatchObject({ ...error, $metadata: { httpStatusCode: status } });
  expect(functions.state().coldStarts).toBe(0);
});

test('rejects a name whose URL encoding is invalid', async () => {
  const { url } = await client(echo);
  const headers = { authorization: 'AWS4-HMAC-SHA256 local' };
  const response = await fetch(`${url}/2015-03-31/functions/%E0/invocations`, { method: 'POST', body: '{}', headers });
  expect([response.status, response.headers.get('x-amzn-errortype')]).toEqual([400, 'ValidationException']);
});

test('rejects a request without a signature, such as a request from a web page', async () => {
  const { url, functions } = await client(echo);
  const response = await fetch(`${url}/2015-03-31/functions/hello/invocations`, { method: 'POST', body: '{}' });
  expect([response.status, functions.state().coldStarts]).toEqual([403, 0]);
});
