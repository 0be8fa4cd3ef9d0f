import { QueryTypes, type Sequelize } from 'sequelize';
import type { Problem } from '../problem.ts';
import { fixedSettings, rights, timeLimits } from './apiRights.ts';
import { role } from './apiRole.ts';

/** A fault of the API's role, such as a missing role, a missing privilege or a wrong setting. */
export interface ApiFault extends Problem {
  /** The statement that repairs the fault. */
  readonly remedy: string;
  /** True if the API does not work with this fault, or if the fault is a missing time limit. `up` fails if it cannot repair such a fault. */
  readonly isFatal: boolean;
}

interface RoleRow {
  readonly canLogin: boolean;
  readonly isExpired: boolean;
  readonly ofRole: readonly string[];
  readonly ofDatabase: readonly string[];
  readonly database: string;
}

/**
 * Lists the faults of the API's role in this database: the role itself, its settings and its privileges. Reads only the system catalogue.
 * If the role does not exist, that is the only fault in the list.
 */
export async function apiFaults(sequelize: Sequelize): Promise<ApiFault[]> {
  const ofRole = await roleFaults(sequelize);
  if (ofRole.some(({ remedy }) => remedy === makeRole)) return ofRole;
  return [...ofRole, ...(await placeFaults(sequelize)), ...(await missingRights(sequelize)), ...(await lockedFunctions(sequelize))];
}

const makeRole = `create role ${role} login`;

/** Lists the faults of the role itself: it does not exist, cannot sign in, or has a missing or wrong setting. */
export async function roleFaults(sequelize: Sequelize): Promise<ApiFault[]> {
  const [found] = await sequelize.query<RoleRow>(
    `select rolcanlogin as "canLogin", coalesce(rolvaliduntil < now(), false) as "isExpired", quote_ident(datname) as database,
            coalesce((select setconfig from pg_db_role_setting where setrole = pg_roles.oid and setdatabase = 0), '{}') as "ofRole",
            coalesce((select setconfig from pg_db_role_setting where setrole = pg_roles.oid and setdatabase = pg_database.oid), '{}') as "ofDatabase"
       from pg_roles, pg_database
      where rolname = $1 and datname = current_database()`,
    { bind: [role], type: QueryTypes.SELECT },
  );
  if (!found) return [{ name: role, code: 'api-role', message: 'the role does not exist', remedy: makeRole, isFatal: true }];
  return [
    ...(found.canLogin ? [] : [fault(role, 'api-role', 'the role is not allowed to sign in (NOLOGIN)', 'login')]),
    ...(found.isExpired ? [fault(role, 'api-role', 'the password of the role has expired (VALID UNTIL)', "valid until 'infinity'")] : []),
    ...settingFaults(found),
  ];
}

function fault(name: string, code: ApiFault['code'], message: string, change: string, isFatal = true): ApiFault {
  return { name, code, message, remedy: `alter role ${role} ${change}`, isFatal };
}

function settingFaults({ ofRole, ofDatabase, database }: RoleRow): ApiFault[] {
  const [forAll, here] = [ofRole, ofDatabase].map(
    (settings) => new Map(settings.map((setting) => [nameOf(setting), setting.slice(setting.indexOf('=') + 1)])),
  );
  const set = (name: string, value: string) => `set ${name} = '${value}'`;
  const limits = Object.entries(timeLimits)
    .filter(([name]) => !forAll?.has(name) && !here?.has(name))
    .map(([name, value]) => fault(name, 'api-setting', 'the role does not have this time limit', set(name, value)));
  const fixed = Object.entries(fixedSettings).flatMap(([name, value]) => {
    const [ofAll, ofHere] = [forAll, here].map((settings) => settings?.get(name.toLowerCase()));
    const differs = (actual: string | undefined) => actual !== undefined && normalised(actual) !== normalised(value);
    return [
      ...(ofAll === undefined || differs(ofAll)
        ? [
            fault(
              name,
              'api-setting',
              `the role has ${ofAll ?? 'no value of its own'}, but the API needs ${value}`,
              set(name, value),
              false,
            ),
          ]
        : []),
      ...(differs(ofHere)
        ? [
            fault(
              name,
              'api-setting',
              `the role has ${ofHere} in this database, but the API needs ${value}`,
              `in database ${database} reset ${name}`,
              false,
            ),
          ]
        : []),
    ];
  });
  return [...limits, ...fixed];
}

function nameOf(setting: string): string {
  return setting.slice(0, setting.indexOf('=')).toLowerCase();
}

function normalised(value: string): string {
  return value.toLowerCase().replace(/[\s"]/g, '');
}

// RDS Proxy connects as this user to check the database. Without CONNECT, the proxy becomes unavailable (Amazon Aurora User Guide, "RDS Proxy
// concepts and terminology"). By default this user has CONNECT only through PUBLIC, and the migration that creates `orders_api` revokes it from PUBLIC.
const proxyAdmin = 'rdsproxyadmin';

/** Lists the missing and excess privileges on the database and the schema: of the role, of RDS Proxy's user and of PUBLIC. */
async function placeFaults(sequelize: Sequelize): Promise<ApiFault[]> {
  const [found] = await sequelize.query<{
    database: string;
    connects: boolean;
    mayConnect: boolean;
    uses: boolean;
    mayUse: boolean;
    closedToProxy: string[];
    everyoneInDatabase: string[];
    everyoneInSchema: string[];
  }>(
    `with acl as (
       select 'database' as place, acl.* from pg_database, aclexplode(coalesce(datacl, acldefault('d', datdba))) as acl where datname = current_database()
        union all
       select 'schema', acl.* from pg_namespace, aclexplode(coalesce(nspacl, acldefault('n', nspowner))) as acl where nspname = 'public'
     )
     select quote_ident(current_database()) as database,
            exists (select from acl where place = 'database' and grantee = $1::regrole and privilege_type = 'CONNECT') as connects,
            has_database_privilege($1, current_database(), 'CONNECT') as "mayConnect",
            exists (select from acl where place = 'schema' and grantee = $1::regrole and privilege_type = 'USAGE') as uses,
            has_schema_privilege($1, 'public', 'USAGE') as "mayUse",
            array(select quote_ident(datname) from pg_database, pg_roles
                   where rolname = $2 and datname in (current_database(), 'postgres')
                     and not has_database_privilege(pg_roles.oid, pg_database.oid, 'CONNECT') order by 1) as "closedToProxy",
            array(select lower(privilege_type) from acl where place = 'database' and grantee = 0 order by 1) as "everyoneInDatabase",
            array(select lower(privilege_type) from acl where place = 'schema' and grantee = 0 and privilege_type = 'CREATE') as "everyoneInSchema"`,
    { bind: [role, proxyAdmin], type: QueryTypes.SELECT },
  );
  if (!found) throw new Error('The query of the system catalogue returned no row');
  const { database, everyoneInDatabase, everyoneInSchema } = found;
  const missing = (name: string, right: string, isFatal: boolean, grantee = role): ApiFault => ({
    name,
    code: 'missing-privilege',
    message: `${grantee} was not granted ${right} on it`,
    remedy: `grant ${right} on ${name} to ${grantee}`,
    isFatal,
  });
  const excess = (name: string, privileges: readonly string[]): ApiFault => ({
    name,
    code: 'excess-privilege',
    message: `everyone (PUBLIC) has ${privileges.join(', ')} on it`,
    remedy: `revoke ${privileges.join(', ')} on ${name} from public`,
    isFatal: false,
  });
  return [
    ...(found.connects ? [] : [missing(`database ${database}`, 'connect', !found.mayConnect)]),
    ...(found.uses ? [] : [missing('schema public', 'usage', !found.mayUse)]),
    ...found.closedToProxy.map((closed) => missing(`database ${closed}`, 'connect', false, proxyAdmin)),
    ...(everyoneInDatabase.length > 0 ? [excess(`database ${database}`, everyoneInDatabase)] : []),
    ...(everyoneInSchema.length > 0 ? [excess('schema public', everyoneInSchema)] : []),
  ];
}

type Right = { readonly table: string; readonly verb: string; readonly column: string | null };

const wanted: readonly Right[] = Object.entries(rights).flatMap(([table, { delete: deletes, ...columns }]) => [
  ...Object.entries(columns).flatMap(([verb, names]) => names.map((column) => ({ table, verb, column }))),
  ...(deletes ? [{ table, verb: 'delete', column: null }] : []),
]);

/** Lists the privileges that the role lacks. Ignores tables and columns that do not exist yet. */
async function missingRights(sequelize: Sequelize): Promise<ApiFault[]> {
  const missing = await sequelize.query<Right>(
    `select wanted.*
       from jsonb_to_recordset($2::jsonb) as wanted ("table" text, verb text, "column" text)
       join pg_class on relnamespace = 'public'::regnamespace and relname = "table"
       left join pg_attribute on attrelid = pg_class.oid and attname = "column" and not attisdropped
      where case when "column" is null then not has_table_privilege($1::name, pg_class.oid, verb)
                 when attnum is not null then not has_column_privilege($1::name, pg_class.oid, attnum, verb) end`,
    { bind: [role, JSON.stringify(wanted)], type: QueryTypes.SELECT },
  );
  return [...Map.groupBy(missing, ({ table }) => table)].map(([table, rightsOf]) => {
    const verbs = [...Map.groupBy(rightsOf, ({ verb }) => verb)].map(([verb, columns]) =>
      verb === 'delete' ? verb : `${verb} (${columns.map(({ column }) => column).join(', ')})`,
    );
    return {
      name: table,
      code: 'missing-privilege',
      message: `${role} may not ${verbs.join(', ')}`,
      remedy: `grant ${verbs.join(', ')} on public.${table} to ${role}`,
      isFatal: true,
    };
  });
}

/**
 * Lists the functions that the role needs but may not execute. Placing an order calls them, in its statement or in a check constraint of `orders`.
 * By default everyone may execute a function. A database with other default privileges needs grants, and a restored dump may lack these grants.
 */
async function lockedFunctions(sequelize: Sequelize): Promise<ApiFault[]> {
  const locked = await sequelize.query<{ signature: string }>(
    `select pg_proc.oid::regprocedure::text as signature
       from pg_proc
      where pronamespace = 'public'::regnamespace and proname = any ($2) and not has_function_privilege($1, pg_proc.oid, 'execute')
      order by 1`,
    { bind: [role, ['has_room_for_pending_order', 'is_delivery_address', 'is_tracking', 'take_stock']], type: QueryTypes.SELECT },
  );
  return locked.map(({ signature }) => ({
    name: `function ${signature}`,
    code: 'missing-privilege',
    message: `${role} may not execute it`,
    remedy: `grant execute on function ${signature} to ${role}`,
    isFatal: true,
  }));
}

/**
 * Lists the privileges, attributes and memberships of the role that the functions of this release do not need, and every privilege of PUBLIC on their tables.
 * `up` does not revoke them: another release may need them, or an operator granted them on purpose.
 */
export async function excessRights(sequelize: Sequelize): Promise<Problem[]> {
  const [{ powers = [], tables = [] } = {}] = await sequelize.query<{ powers: string[]; tables: (Right & { grantee: string })[] }>(
    `select array_remove(array[case when rolsuper then 'superuser' end, case when rolcreaterole then 'createrole' end,
                               case when rolcreatedb then 'createdb' end, case when rolreplication then 'replication' end,
                               case when rolbypassrls then 'bypassrls' end], null)
              || array(select 'member of ' || roleid::regrole from pg_auth_members where member = pg_roles.oid order by 1) as powers,
            (select coalesce(jsonb_agg(granted), '[]')
               from (select relname as "table", lower(privilege_type) as verb, "column", case grantee when 0 then 'everyone (PUBLIC)' else $1 end as grantee
                       from (select oid, acl.*, null as "column" from pg_class, aclexplode(relacl) as acl
                              union all
                             select attrelid, acl.*, attname from pg_attribute, aclexplode(attacl) as acl) as held
                       join pg_class using (oid)
                      where relnamespace = 'public'::regnamespace and (grantee = pg_roles.oid or (grantee = 0 and relname = any ($2::text[])))
                      order by 1, 2, 3) as granted) as tables
       from pg_roles where rolname = $1`,
    { bind: [role, Object.keys(rights)], type: QueryTypes.SELECT },
  );
  const isWanted = (right: Right) =>
    wanted.some(({ table, verb, column }) => table === right.table && verb === right.verb && column === right.column);
  const code = 'excess-privilege';
  return [
    ...powers.map((power) => ({ name: role, code, message: `the API does not need the role's privilege "${power}"` }) as const),
    ...tables
      .filter((right) => right.grantee !== role || !isWanted(right))
      .map(({ table, verb, column, grantee }) => {
        const privilege = `${verb}${column === null ? '' : ` (${column})`}`;
        const from = grantee === role ? role : 'public';
        return { name: table, code, message: `${grantee} may ${privilege}: revoke ${privilege} on ${table} from ${from}` } as const;
      }),
  ];
}
