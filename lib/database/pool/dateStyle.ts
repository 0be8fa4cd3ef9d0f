import pg from 'pg';

const dateStyles = new WeakMap<object, string>();

/** Records the session's DateStyle, which the server reports at the start of a session and after each change. */
export function watchDateStyle(client: pg.Client): void {
  client.connection.on('parameterStatus', ({ parameterName, parameterValue }: Readonly<Record<string, string>>) => {
    if (parameterName === 'DateStyle' && parameterValue !== undefined) dateStyles.set(client, parameterValue);
  });
}

/** The statement of useIsoTimes, which is not counted as one of a request's statements. */
export const setIsoTimes = "set datestyle to 'ISO, MDY'";

/**
 * Makes a new session write times in ISO 8601, which `isoTime` reads. Most sessions need no statement, because ISO is PostgreSQL's default and the
 * setting of the role orders_api. PgBouncer remembers the DateStyle of this client and sets it in every server session that the client gets. With a
 * pooler that does not do this, set DateStyle on the role.
 */
export async function useIsoTimes(connection: unknown): Promise<void> {
  if (!(connection instanceof pg.Client)) return;
  const isIso = dateStyles.get(connection)?.startsWith('ISO') ?? true;
  if (isIso) return;
  try {
    await connection.query(setIsoTimes);
  } catch (error) {
    // The pool does not know this connection yet and would not close it.
    connection.connection.stream.destroy();
    throw error;
  }
}
