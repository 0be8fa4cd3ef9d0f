import { ConfigError, config } from '../config.ts';
import { describeError, log } from '../log.ts';
import { eventBridge } from './eventBridge.ts';
import { eventLog } from './eventLog.ts';
import type { EventBus } from './orderEvent.ts';

/**
 * Returns the event bus of the environment: EventBridge, or the log on a developer's machine.
 * @throws ConfigError on a deployed stage without a bus
 */
export function configuredBus(): EventBus {
  const { eventBusName, stage } = config();
  if (eventBusName !== null) return eventBridge(eventBusName);
  if (stage !== 'local')
    throw new ConfigError(['EVENT_BUS_NAME: required on a deployed stage, where order events are published to EventBridge']);
  return eventLog;
}

/** Whether the bus exists. Checked in each run, because a bus can be deleted. */
export async function isBusThere(bus: EventBus): Promise<boolean> {
  const { eventBusName } = config();
  try {
    if (await bus.exists()) return true;
    log.error('event bus not found', { eventBusName }, { forAlarm: true });
  } catch (error) {
    log.error('event bus lookup failed', { eventBusName, error: describeError(error) }, { forAlarm: true });
  }
  return false;
}
