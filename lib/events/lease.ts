import { QueryTypes } from 'sequelize';
import type { Database } from '../database/types.ts';

// Each batch renews the lease, so the lease only has to last longer than one batch. It is shorter than the minute between two runs, so that the next
// run can take the lease of a publisher that was killed.
const leaseSeconds = 45;
const name = 'publishEvents';

/**
 * Takes or renews the lease that allows one publisher at a time. Returns false if another publisher holds it. Uses SQL, because an upsert of Sequelize
 * cannot have a condition.
 */
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

/** Releases the lease, so that the next run need not wait until it expires. */
export async function releaseLease(db: Database, holder: string): Promise<void> {
  await db.sequelize.query('delete from publisher_lease where name = $1 and holder = $2', { bind: [name, holder] });
}
