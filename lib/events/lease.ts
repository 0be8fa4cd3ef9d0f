import { QueryTypes } from 'sequelize';
import type { Database } from '../database/types.ts';

// Longer than the pause between two renewals (a batch), shorter than the minute between two runs: what a killed publisher
// leaves behind is free again for the next run.
const leaseSeconds = 45;
const name = 'publishEvents';

/** Takes or renews the lease by which there is one publisher at a time. False when somebody else has it. */
export async function takeLease(db: Database, holder: string): Promise<boolean> {
  const rows = await db.sequelize.query(
    `insert into publisher_lease (name, holder, expires_at)
     values ($1, $2, now() + interval '${leaseSeconds} s')
     on conflict (name) do update
        set holder = excluded.holder, expires_at = excluded.expires_at
      where publisher_lease.holder = excluded.holder or publisher_lease.expires_at < now()
     returning name`,
    { type: QueryTypes.SELECT, bind: [name, holder] },
  );
  return rows.length > 0;
}

/** Gives the lease back, so that the next run need not wait for its end. */
export async function releaseLease(db: Database, holder: string): Promise<void> {
  await db.sequelize.query('delete from publisher_lease where name = $1 and holder = $2', { bind: [name, holder] });
}
