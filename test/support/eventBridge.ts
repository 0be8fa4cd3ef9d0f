import { text } from 'node:stream/consumers';
import * as z from 'zod/mini';
import { openLocalServer } from '../../local/http/localServer.ts';
import { undescribedEvent } from './eventDescription.ts';

const putRequest = z.object({
  Entries: z.array(z.object({ EventBusName: z.string(), Source: z.string(), DetailType: z.string(), Detail: z.string() })),
});
const describeRequest = z.object({ Name: z.string() });
type Entry = z.output<typeof putRequest>['Entries'][number];
interface Detail {
  readonly id: number;
  readonly orderId: number;
}

/** How a call fails: with the AWS exception of this name, or without a response (`silence`). Undefined for a call that succeeds. */
type Trouble = { readonly exception: string; readonly status?: number } | 'silence' | undefined;

/**
 * Starts a server on 127.0.0.1 that implements PutEvents and DescribeEventBus for AWS's own client. Like AWS, it returns IDs for the events of
 * a missing bus, but drops these events. `received` contains the events of existing buses.
 */
export async function startEventBridge() {
  const received: (Entry & { detail: Detail })[] = [];
  const undescribed: string[] = [];
  const usual = {
    buses: ['shop'],
    /** Returns the error code with which an event is rejected; undefined for an accepted event. */
    refuse: (_detail: Detail): string | undefined => undefined,
    /** Returns how a whole PutEvents call fails. */
    put: (_details: readonly Detail[]): Trouble => undefined,
    describe: (): Trouble => undefined,
  };
  const state = { ...usual };
  const sizes: number[] = [];
  const { server, url } = await openLocalServer({}, {}, async (incoming, response) => {
    const body = await text(incoming);
    const answer = (status: number, value: unknown) => {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(JSON.stringify(value));
    };
    const isTrouble = (trouble: Trouble) => {
      if (trouble === undefined) return false;
      if (trouble !== 'silence') answer(trouble.status ?? 400, { __type: trouble.exception, message: 'no' });
      return true;
    };
    if (incoming.headers['x-amz-target'] === 'AWSEvents.DescribeEventBus') {
      const { Name } = describeRequest.parse(JSON.parse(body));
      if (isTrouble(state.describe())) return;
      if (state.buses.includes(Name)) return answer(200, { Name, Arn: `arn:aws:events:eu-central-1:1:event-bus/${Name}` });
      return answer(400, { __type: 'ResourceNotFoundException', message: `Event bus ${Name} does not exist.` });
    }
    const entries = putRequest.parse(JSON.parse(body)).Entries.map((entry) => ({
      ...entry,
      detail: z.looseObject({ id: z.number(), orderId: z.number() }).parse(JSON.parse(entry.Detail)),
    }));
    sizes.push(entries.length);
    undescribed.push(
      ...entries.flatMap(({ Source, DetailType, detail }) => undescribedEvent({ source: Source, 'detail-type': DetailType, detail })),
    );
    if (isTrouble(state.put(entries.map(({ detail }) => detail)))) return;
    const answers = entries.map((entry) => {
      const ErrorCode = state.refuse(entry.detail);
      if (ErrorCode) return { ErrorCode, ErrorMessage: 'no' };
      if (state.buses.includes(entry.EventBusName)) received.push(entry);
      return { EventId: `event-${entry.detail.id}` };
    });
    answer(200, { Entries: answers, FailedEntryCount: answers.filter((one) => 'ErrorCode' in one).length });
  });
  return {
    url,
    received,
    /** The differences between the received events and their descriptions in asyncapi.json. */
    undescribed,
    /** The number of entries of each PutEvents call. */
    sizes,
    state,
    reset() {
      Object.assign(state, usual);
      received.length = 0;
      undescribed.length = 0;
      sizes.length = 0;
    },
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
