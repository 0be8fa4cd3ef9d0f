import pg from 'pg';

/** Connects to a database, runs `work` and closes the connection. */
export async function withClient<Result>(connectionString: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Runs one statement on a new connection and returns its rows. */
export function queryOnce<Row extends pg.QueryResultRow>(connectionString: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  return withClient(connectionString, async (client) => (await client.query<Row>(sql, values)).rows);
}
