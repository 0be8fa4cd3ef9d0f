import { QueryTypes, type Sequelize } from 'sequelize';
import { config } from '../../config.ts';
import { log } from '../../log.ts';
import type { OwnerAddress } from '../session/connect.ts';
import { alterRole, role, withOwner } from './apiRole.ts';

const ofThisDatabase = `
  select coalesce(array_to_string(setconfig, ' '), '') as settings
    from pg_roles
    left join pg_db_role_setting
      on setrole = pg_roles.oid and setdatabase = (select oid from pg_database where datname = current_database())
   where rolname = $1`;

/**
 * Adapts the role's idle timeout in this database to the use of a proxy. Without a proxy, the server ends a session of the role after 500 ms without
 * a statement, to release the slots of frozen environments. A proxy shares its sessions among all environments and would have to reopen each ended
 * session. So the timeout is disabled behind a proxy. Does nothing if the setting is already correct or if the role does not exist yet.
 */
export async function fitApiSessions(owner: OwnerAddress): Promise<void> {
  const { database, viaProxy } = config();
  if (!database) return;
  await withOwner(owner, async (sequelize: Sequelize) => {
    const rows = await sequelize.query<{ settings: string }>(ofThisDatabase, { bind: [role], type: QueryTypes.SELECT });
    const [found] = rows;
    if (!found || found.settings.includes('idle_session_timeout=0') === viaProxy) return;
    const change = viaProxy ? `set idle_session_timeout = 0` : 'reset idle_session_timeout';
    const [name] = await sequelize.query<{ name: string }>('select quote_ident(current_database()) as name', { type: QueryTypes.SELECT });
    await alterRole(sequelize, `in database ${name?.name} ${change}`);
    log.info('api role idle timeout changed', { role, viaProxy });
  });
}
