/** PostgreSQL's parameters for a session, by name. */
export type SessionSettings = Readonly<Record<string, string | number>>;

/** The startup parameter `options` for these settings: in force from the first statement on, and again after a reconnect. Direct connections only. */
export function startupOptions(settings: SessionSettings): string {
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${String(value).replace(/[\\\s]/g, '\\$&')}`)
    .join(' ');
}
