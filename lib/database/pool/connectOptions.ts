import { boundedMs } from '../timeLimit.ts';

/** PostgreSQL parameters of a session, by name. */
export type SessionSettings = Readonly<Record<string, string | number>>;

/** Returns the startup parameter `options`, which gives a session these settings. Only for direct connections: a proxy may reject it. */
export function startupOptions(settings: SessionSettings): string {
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${String(value).replace(/[\\\s]/g, '\\$&')}`)
    .join(' ');
}

/** Returns the milliseconds until a connect times out. */
export function connectTimeoutMs(): number {
  // Enough for two lost SYN packets, which TCP sends again after 1 s and 3 s.
  return boundedMs(5_000);
}
