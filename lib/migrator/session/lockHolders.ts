import { QueryTypes, type Sequelize } from 'sequelize';

/** A session of pg_stat_activity. `since` is null for roles that may not see the session's details. */
export interface Session {
  readonly pid: number;
  readonly user: string | null;
  readonly database: string | null;
  readonly application: string | null;
  readonly since: Date | null;
}

/** Describes a session in an error message, with everything that an operator needs to find and end it. */
export function describeSession({ pid, user, database, application, since }: Session): string {
  return `pid ${pid} (user ${user ?? 'unknown'}, database ${database ?? 'unknown'}, application_name "${application ?? ''}", since ${since?.toISOString() ?? 'a time that this role may not see'})`;
}

// Roles belong to the whole cluster. A transaction that changes a role, in any database, locks these two catalogue tables until it ends.
const holders = `
  select distinct pid, usename as "user", datname as database, application_name as application, xact_start as since
    from pg_locks join pg_stat_activity using (pid)
   where granted and pid <> pg_backend_pid() and locktype = 'relation'
     and (relation in ('pg_authid'::regclass, 'pg_db_role_setting'::regclass) and mode = 'RowExclusiveLock'
          or pg_locks.database = (select oid from pg_database where datname = current_database())
             and relation in (select oid from pg_class where relnamespace = any (current_schemas(false)::regnamespace[])))
   order by since nulls last, pid
   limit 5`;

/** Describes the sessions whose locks may block DDL or a change of the role, oldest first. Returns null if there are none. */
export async function lockHolders(sequelize: Sequelize): Promise<string | null> {
  const sessions = await sequelize.query<Session>(holders, { type: QueryTypes.SELECT });
  return sessions.length === 0 ? null : sessions.map(describeSession).join('; ');
}
