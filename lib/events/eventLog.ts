import { log } from '../log.ts';
import { eventDetail } from './eventDetail.ts';
import type { EventBus } from './orderEvent.ts';

/** An event bus for a developer's machine: it logs the type and detail of each event. */
export const eventLog: EventBus = {
  exists: async () => true,
  async put(events) {
    for (const event of events) log.info('event', { type: event.type, detail: eventDetail(event) });
    return new Map();
  },
};
