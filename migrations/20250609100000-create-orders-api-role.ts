import { underClusterLock } from './clusterLock.ts';
import type { Migration } from './migration.ts';

/**
 * The role that the API connects as: it reads and writes rows of its tables and nothing else, and cannot even read a password hash.
 * It has no password yet: `migrate` gives it that of the API's secret. A later table is granted by the migration that makes it.
 */
export const createOrdersApiRole: Migration = {
  async up({ sequelize, transaction }) {
    await underClusterLock(sequelize, () => sequelize.query(makeRole, { transaction }));
    await sequelize.query(
      `grant usage on schema public to orders_api;
       grant select, insert, update, delete on categories, products, orders, order_items, order_events, publisher_lease to orders_api;
       grant select (id, auth_subject, full_name, email, created_at, updated_at),
             insert (auth_subject, full_name, email, created_at, updated_at),
             update (auth_subject, full_name, email, updated_at) on users to orders_api;
       -- Databases that were upgraded from 14 still let everyone make tables.
       revoke create on schema public from public;
       do $$
       begin
         -- Everyone may connect to a database and make temporary tables in it, until it is said that they may not.
         execute format('revoke connect, temporary on database %I from public', current_database());
         execute format('grant connect on database %I to orders_api', current_database());
       end $$`,
      { transaction },
    );
  },

  async down({ sequelize, transaction }) {
    await sequelize.query(
      `do $$
       begin
         execute format('revoke connect on database %I from orders_api', current_database());
         execute format('grant connect, temporary on database %I to public', current_database());
       end $$;
       revoke all on categories, users, products, orders, order_items, order_events, publisher_lease from orders_api;
       revoke all (id, auth_subject, full_name, email, created_at, updated_at) on users from orders_api;
       revoke all on schema public from orders_api`,
      { transaction },
    );
    await underClusterLock(sequelize, () => sequelize.query(dropUnusedRole, { transaction }));
  },
};

// Roles are of the whole cluster: another database may have made it, or be making it at this moment. Two that change a role
// at once get XX000, two that create it 23505 or 42710; the second finds it made when it looks again.
const makeRole = `
  do $$
  begin
    for attempt in 1 .. 20 loop
      begin
        if not exists (select from pg_roles where rolname = 'orders_api') then
          create role orders_api login;
        end if;
        -- The settings are the role's, not the session's: nothing is sent at connect, and nothing pins a proxy's session.
        -- Only where they are not in place: another owner's role may not be altered, and need not be.
        if not exists (
          select from pg_db_role_setting
           where setrole = 'orders_api'::regrole and setdatabase = 0
             and setconfig @> array['statement_timeout=5s', 'lock_timeout=3s', 'idle_in_transaction_session_timeout=5s',
                                    'idle_session_timeout=500ms', 'TimeZone=UTC']
        ) then
          -- Every statement here takes milliseconds; one that takes seconds holds a slot that others wait for.
          alter role orders_api set statement_timeout = '5s';
          -- Below statement_timeout, so that waiting for a lock is told from working.
          alter role orders_api set lock_timeout = '3s';
          alter role orders_api set idle_in_transaction_session_timeout = '5s';
          -- Warm reuse against letting go. 60 environments of 5 requests on 36 slots, those that have answered idle or frozen with
          -- their connection (answered of 300; median; slowest): never 180; 0.3 s 300, 105 ms, 2.7 s; 0.5 s 300, 30 to 46 ms, 1.1 to 1.3 s;
          -- 1 s 300, 33 to 74 ms, 2.0 to 2.5 s; 2 s 300, 17 to 36 ms, 2.9 to 3.0 s; 3 s 300, 33 ms, 4.4 s. A statement on a warm connection
          -- takes 0.2 ms, a cold connect 8 to 11. With 0.5 s an environment under load stays warm, one that is asked less often pays
          -- those 10 ms, and nobody waits long for a slot that nobody uses.
          alter role orders_api set idle_session_timeout = '500ms';
          alter role orders_api set timezone = 'UTC';
        end if;
        return;
      exception when sqlstate 'XX000' or unique_violation or duplicate_object then
        if attempt = 20 then raise; end if;
        perform pg_sleep(random() * 0.1);
      end;
    end loop;
  end $$`;

const dropUnusedRole = `
  do $$
  begin
    for attempt in 1 .. 20 loop
      begin
        drop role if exists orders_api;
        return;
      exception
        -- Another database of the cluster still uses it, or it is another owner's.
        when dependent_objects_still_exist or insufficient_privilege then return;
        when sqlstate 'XX000' then
          if attempt = 20 then raise; end if;
          perform pg_sleep(random() * 0.1);
      end;
    end loop;
  end $$`;
