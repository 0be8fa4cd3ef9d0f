/** PostgreSQL parameters of a session, by name. */
export type SessionSettings = Readonly<Record<string, string | number>>;

/** Returns the startup parameter `options` for these settings, which also apply after a reconnect. Direct connections only. */
export function startupOptions(settings: SessionSettings): string {
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${String(value).replace(/[\\\s]/g, '\\$&')}`)
    .join(' ');
}
