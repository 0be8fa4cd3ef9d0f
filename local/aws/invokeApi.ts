import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../failure.ts';
import { readBody } from '../http/readBody.ts';
import { TooManyRequests } from '../lambda/invocation.ts';
import type { Lambda } from '../lambda/lambda.ts';
import { type AwsEndpoint, AwsError, openAwsEndpoint } from './awsEndpoint.ts';
import { type LocalFunctions, namedFunction } from './functionName.ts';
import { LogTail } from './logTail.ts';

// Lambda's limit for the payload of a synchronous invocation.
const requestLimitBytes = 6 * 1024 * 1024;
// How long to wait for a function's last log lines. They do not arrive through the same pipe as the response, and may arrive after it.
const lastLinesMs = 30;

const route = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

/**
 * Starts Lambda's Invoke API on 127.0.0.1, for AWS's clients: `aws lambda invoke --endpoint-url …`. Accepts every form of FunctionName (see functionName.ts).
 */
export function openInvokeApi(functions: Pick<Lambda, 'invoke'>, local: LocalFunctions): Promise<AwsEndpoint> {
  return openAwsEndpoint(async (request) => {
    const url = URL.parse(request.url ?? '', 'http://127.0.0.1');
    const [, given] = route.exec(url?.pathname ?? '') ?? [];
    if (request.method !== 'POST' || given === undefined)
      throw new AwsError(404, 'UnknownOperationException', 'This endpoint supports only Invoke.');
    const named = namedFunction(decoded(given), url?.searchParams.get('Qualifier') || undefined, local);
    const payload = await payloadOf(request);
    const type = header(request.headers, 'x-amz-invocation-type') ?? 'RequestResponse';
    if (type === 'DryRun') return { status: 204 };
    if (type === 'Event') {
      // As on Lambda, the caller does not learn the result.
      void functions.invoke(named.name, payload, named).catch(() => {});
      return { status: 202 };
    }
    if (type !== 'RequestResponse') throw new AwsError(400, 'InvalidParameterValueException', `Unknown invocation type ${type}.`);
    return answered(functions, named, payload, header(request.headers, 'x-amz-log-type') === 'Tail');
  });
}

async function answered(
  functions: Pick<Lambda, 'invoke'>,
  { name, ...executed }: ReturnType<typeof namedFunction>,
  payload: string,
  withTail: boolean,
) {
  const requestId = randomUUID();
  const tail = new LogTail(requestId, executed.version);
  try {
    const result = await functions.invoke(name, payload, { ...executed, requestId, listener: tail.add });
    const durationMs = tail.elapsedMs();
    if (withTail) await sleep(lastLinesMs);
    return {
      status: 200,
      headers: {
        'content-type': 'application/json',
        'x-amz-executed-version': executed.version,
        'x-amzn-requestid': requestId,
        ...(result.functionError !== undefined && { 'x-amz-function-error': result.functionError }),
        ...(withTail && { 'x-amz-log-result': tail.encoded(durationMs) }),
      },
      body: result.payload,
    };
  } catch (error) {
    if (!(error instanceof TooManyRequests)) throw error;
    throw new AwsError(429, 'TooManyRequestsException', error.message, { Reason: error.reason });
  }
}

/** Decodes a URL-encoded text. Returns an invalid text unchanged, because no function has such a name. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

async function payloadOf(request: IncomingMessage): Promise<string> {
  const body = await readBody(request, requestLimitBytes);
  if (body === undefined)
    throw new AwsError(
      413,
      'RequestTooLargeException',
      `Request must be smaller than ${requestLimitBytes} bytes for the InvokeFunction operation`,
    );
  const payload = body.length === 0 ? '{}' : body.toString();
  try {
    JSON.parse(payload);
  } catch (cause) {
    const why = messageOf(cause);
    throw new AwsError(400, 'InvalidRequestContentException', `Could not parse request body into json: ${why}`);
  }
  return payload;
}

function header(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}
