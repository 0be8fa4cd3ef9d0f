// The process of a subject: it loads one handler, ours or a hand-written one, and calls it as Lambda does.
import { randomUUID } from 'node:crypto';
import { flushCompileCache } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { contextOf, eventOf, type Request } from '../support/call.ts';
import type { Answered, Task } from './subject.ts';

type Handler = (event: ReturnType<typeof eventOf>, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

const { handler }: { handler: Handler } = await import(pathToFileURL(process.argv[2] ?? '').href);

async function call(request: Request): Promise<string> {
  const headers = { 'Idempotency-Key': randomUUID(), ...request.headers };
  const { statusCode, body = '' } = await handler(eventOf({ ...request, headers }), contextOf(25_000));
  if (statusCode !== 200 && statusCode !== 201) throw new Error(`${statusCode} ${body}`);
  return body;
}

const tasks: { [Kind in Task['kind']]: (task: Extract<Task, { kind: Kind }>) => Promise<Answered> } = {
  block: async ({ request, count }) => {
    const before = process.cpuUsage();
    const began = performance.now();
    for (let done = 0; done < count; done++) await call(request);
    const wallUs = ((performance.now() - began) * 1_000) / count;
    const { user, system } = process.cpuUsage(before);
    return { wallUs, cpuUs: (user + system) / count };
  },
  loop: async ({ request, ms }) => {
    const end = Date.now() + ms;
    let count = 0;
    for (; Date.now() < end; count++) await call(request);
    return { count };
  },
  walk: async ({ request, pages }) => {
    let cursor: string | undefined;
    for (let page = 0; page < pages; page++) {
      const body = await call({ ...request, query: { ...request.query, ...(cursor && { cursor }) } });
      cursor = /"nextCursor":"([^"]+)"\}$/.exec(body)?.[1];
      if (!cursor) throw new Error(`The listing ends at page ${page}`);
    }
    return { cursor };
  },
};

process.on('message', async (task: Task) => {
  const run: (task: never) => Promise<Answered> = tasks[task.kind];
  process.send?.(await run(task as never).catch((error: unknown) => ({ error: String(error) })));
});
process.on('disconnect', () => process.exit());
// Writes the compile cache now: Node writes it when a process exits, but this process is killed.
flushCompileCache();
process.send?.({});
