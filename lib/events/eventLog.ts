import { log } from '../log.ts';
import type { EventBus } from './orderEvent.ts';

/** An event bus for a developer's machine: it logs each event. */
export const eventLog: EventBus = {
  exists: async () => true,
  async put(events) {
    for (const event of events) log.info('event', { event });
    return new Map();
  },
};
