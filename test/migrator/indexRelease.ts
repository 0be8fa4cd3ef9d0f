import { alone, connected, migratable, releaseOf, sends } from './support.ts';

/** A migration that creates a table with rows. */
export const table = {
  '1-table': sends(
    `create table things (id int, "Name" text, gone boolean not null default false); insert into things select n, 'n' from generate_series(1, 1000) as n`,
  ),
};
export const index = 'create unique index concurrently "Things_idx" on things (lower("Name"), id desc) where not gone';
/** A release that creates the table, and then builds the index concurrently. */
export const release = releaseOf({ ...table, '2-index': alone(index) });

/** Creates a database with the table. `identity` returns the OIDs of the table's indexes, and whether each index is valid. */
export async function prepared() {
  const { migrate, url } = await migratable();
  await migrate({ to: '1-table' }, release);
  const client = await connected(url);
  const identity = async () => (await client.query(`select indexrelid, indisvalid from pg_index where indrelid = 'things'::regclass`)).rows;
  return { migrate, url, client, identity };
}
