import pg from 'pg';

const dateStyles = new WeakMap<object, string>();

/** Records the session's DateStyle, which the server reports at the start of a session and after each change. */
export function watchDateStyle(client: pg.Client): void {
  client.connection.on('parameterStatus', ({ parameterName, parameterValue }: Readonly<Record<string, string>>) => {
    if (parameterName === 'DateStyle' && parameterValue !== undefined) dateStyles.set(client, parameterValue);
  });
}

/**
 * Makes a new session write times in ISO 8601, for isoTime. The role orders_api has this setting, so a statement is sent only for other
 * roles, and only where the server or the database has another DateStyle.
 */
export async function useIsoTimes(connection: unknown): Promise<void> {
  if (!(connection instanceof pg.Client)) return;
  const isIso = dateStyles.get(connection)?.startsWith('ISO') ?? true;
  if (isIso) return;
  try {
    await connection.query("set datestyle to 'ISO, MDY'");
  } catch (error) {
    // The pool does not know this connection yet and would not close it.
    connection.connection.stream.destroy();
    throw error;
  }
}
