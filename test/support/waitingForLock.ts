import type pg from 'pg';

/** Returns how many sessions of this client's database wait for a lock. */
export async function waitingForLock(client: pg.Client): Promise<number> {
  const { rows } = await client.query(
    'select from pg_locks where not granted and pid in (select pid from pg_stat_activity where datname = current_database())',
  );
  return rows.length;
}
