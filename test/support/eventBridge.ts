import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod/mini';

const request = z.object({
  Entries: z.array(z.object({ EventBusName: z.string(), Source: z.string(), DetailType: z.string(), Detail: z.string() })),
});
type Entry = z.output<typeof request>['Entries'][number];

/** EventBridge's side of PutEvents on 127.0.0.1, for the real client. `refuse` says which entries it does not take; `down` takes none. */
export async function startEventBridge() {
  const received: (Entry & { detail: { id: number; orderId: number } })[] = [];
  const state = { refuse: (_detail: { id: number; orderId: number }) => false, down: false };
  const sizes: number[] = [];
  const server = createServer(async (incoming, response) => {
    let body = '';
    for await (const chunk of incoming) body += chunk;
    const { Entries } = request.parse(JSON.parse(body));
    sizes.push(Entries.length);
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    if (state.down) {
      response.statusCode = 400;
      response.end(JSON.stringify({ __type: 'AccessDeniedException', message: 'no' }));
      return;
    }
    const answers = Entries.map((entry) => {
      const detail = z.looseObject({ id: z.number(), orderId: z.number() }).parse(JSON.parse(entry.Detail));
      if (state.refuse(detail)) return { ErrorCode: 'ThrottlingException', ErrorMessage: 'slow down' };
      received.push({ ...entry, detail });
      return { EventId: `event-${detail.id}` };
    });
    response.end(JSON.stringify({ Entries: answers, FailedEntryCount: answers.filter((answer) => 'ErrorCode' in answer).length }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, received, sizes, state, stop: () => server.close() };
}
