// The process of an execution environment: loads the function's module once, then runs one invocation at a time. It works like Lambda's
// Node.js runtime, but uses the parent's IPC channel instead of Lambda's Runtime API.
import { flushCompileCache } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EnvironmentMessage, InvocationError, InvokeMessage } from './invocation.ts';
import { contextOf } from './lambdaContext.ts';

// Lambda's limit for a synchronous response.
const responseLimitBytes = 6 * 1024 * 1024;

type Handler = (event: unknown, context: unknown) => unknown;

function tellParent(message: EnvironmentMessage): void {
  process.send?.(message);
}

function describe(error: unknown): InvocationError {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error) };
  return { errorType: error.name, errorMessage: error.message, trace: error.stack?.split('\n') ?? [] };
}

function log(requestId: string | undefined, error: InvocationError): void {
  const { errorType, errorMessage, trace } = error;
  process.stderr.write(
    `${JSON.stringify({ timestamp: new Date(), level: 'ERROR', requestId, errorType, errorMessage, stackTrace: trace })}\n`,
  );
}

async function load(): Promise<Handler> {
  const handlerName = process.env['_HANDLER'] ?? '';
  const dot = handlerName.lastIndexOf('.');
  const file = path.join(process.env['LAMBDA_TASK_ROOT'] ?? '', `${handlerName.slice(0, dot)}.mjs`);
  const module: Record<string, unknown> = await import(pathToFileURL(file).href);
  const handler = module[handlerName.slice(dot + 1)];
  if (typeof handler !== 'function') throw new Error(`${handlerName} is undefined or not exported`);
  return (event, context) => handler(event, context);
}

async function run(handler: Handler, message: InvokeMessage): Promise<EnvironmentMessage> {
  const { requestId } = message;
  process.env['_X_AMZN_TRACE_ID'] = message.traceId;
  try {
    // A value that JSON cannot represent, such as undefined, becomes null, as on Lambda.
    const payload = JSON.stringify(await handler(JSON.parse(message.payload), contextOf(message))) ?? 'null';
    const bytes = Buffer.byteLength(payload);
    if (bytes <= responseLimitBytes) return { kind: 'result', requestId, payload };
    const errorMessage = `Response payload size (${bytes} bytes) exceeded maximum allowed payload size (${responseLimitBytes} bytes).`;
    return { kind: 'failed', requestId, error: { errorType: 'Function.ResponseSizeTooLarge', errorMessage } };
  } catch (thrown) {
    const error = describe(thrown);
    log(requestId, error);
    return { kind: 'failed', requestId, error };
  }
}

// Node has already read this variable. On Lambda, functions do not have it.
delete process.env['NODE_COMPILE_CACHE'];
// On systems that send no signal when the parent dies, the closed channel ends this process.
process.on('disconnect', () => process.exit());
try {
  const handler = await load();
  // Writes the compile cache now, because Node writes it only at a normal exit, and this process is killed.
  flushCompileCache();
  process.on('message', async (message: InvokeMessage) => tellParent(await run(handler, message)));
  tellParent({ kind: 'ready' });
} catch (thrown) {
  const error = describe(thrown);
  log(undefined, error);
  process.send?.({ kind: 'initFailed', error }, () => process.exit(1));
}
