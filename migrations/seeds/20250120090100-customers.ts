import type { Seed } from '../migration.ts';
import { customers } from './data/customers.ts';

/** Looks like a bcrypt hash, but belongs to no password. Tests search for `$2b$12$`, which no response and no log line may contain. */
const fakeHash = '$2b$12$NotTheHashOfAnyPasswordJustTheSeedsFakeForTestsToFind';

/** Creates customer1@example.com to customer100@example.com. The first half signed up with a password, before sign-in moved to the identity provider. */
export const customersSeed: Seed = {
  customers: customers.map(({ authSubject }) => authSubject),
  async up({ sequelize, transaction }) {
    const rows = customers.map(({ authSubject, fullName, email, joinedAt }, position) => ({
      position,
      auth_subject: authSubject,
      full_name: fullName,
      email,
      password_hash: position < customers.length / 2 ? fakeHash : null,
      joined_at: new Date(joinedAt),
    }));

    // Names no conflict target, so that an existing customer with the same subject or the same email address stays unchanged.
    await sequelize.query(
      `insert into users (auth_subject, full_name, email, password_hash, created_at, updated_at)
       select auth_subject, full_name, email, password_hash, joined_at, joined_at
       from jsonb_to_recordset($1::jsonb) as row (
         position int, auth_subject text, full_name text, email text, password_hash text, joined_at timestamptz
       )
       order by position
       on conflict do nothing`,
      { bind: [JSON.stringify(rows)], transaction },
    );
  },
};
