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

/** A failure in place of a response: an AWS exception by its name, or no response. */
type Trouble = { readonly exception: string; readonly status?: number } | 'silence' | undefined;

/**
 * A server on 127.0.0.1 that implements PutEvents and DescribeEventBus for AWS's own client. Like AWS, it returns IDs for a missing bus and
 * drops the events. `received` contains the events of existing buses.
 */
export async function startEventBridge() {
  const received: (Entry & { detail: Detail })[] = [];
  const undescribed: string[] = [];
  const usual = {
    buses: ['shop'],
    /** The error code with which an entry is rejected. */
    refuse: (_detail: Detail): string | undefined => undefined,
    /** The failure of a whole PutEvents call. */
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
    /** The faults of received events that are not as asyncapi.json describes them. */
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
