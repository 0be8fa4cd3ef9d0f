import { QueryTypes, type Sequelize } from 'sequelize';
import { roleFaults } from '../apiRole/apiFaults.ts';
import { rights, roleMigration } from '../apiRole/apiRights.ts';
import { role } from '../apiRole/apiRole.ts';
import type { Problem } from '../problem.ts';

/** The database or the user's privileges are not sufficient. The message contains the remedies; nothing was changed. */
class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';

  constructor(problems: readonly Problem[]) {
    super(`Nothing was run.\n${problems.map(({ name, message }) => `- ${name}: ${message}`).join('\n')}`);
  }
}

const searchMigration = '20241118140000-index-product-search';
const stores = ['SequelizeMeta', 'SequelizeData'];

interface Environment {
  readonly user: string;
  readonly database: string;
  readonly encoding: string;
  readonly isReadOnly: boolean;
  readonly hasPublic: boolean;
  readonly mayUsePublic: boolean | null;
  readonly mayCreateInPublic: boolean | null;
  readonly mayCreateInDatabase: boolean;
  /** The schema of pg_trgm, quoted for SQL; null if pg_trgm is not installed. */
  readonly trigramSchema: string | null;
  readonly mayUseTrigrams: boolean | null;
  readonly trigramsAreAvailable: boolean;
  /** The service's tables that this user does not own, neither directly nor as a member of the owning role. */
  readonly foreign: readonly string[];
  readonly mayCreateRoles: boolean;
  /** Null if the role does not exist. */
  readonly mayAlterRole: boolean | null;
}

/**
 * Checks that the `pending` migrations can run in this database and adds the schema of pg_trgm to the search path.
 * @throws EnvironmentError before anything is changed
 */
export async function prepareEnvironment(sequelize: Sequelize, pending: readonly string[], recorded: readonly string[]): Promise<void> {
  const environment = await read(sequelize);
  const problems = [...(await problemsOf(sequelize, environment, pending, recorded))];
  if (problems.length > 0) throw new EnvironmentError(problems);
  // session.ts sets the search path to `public`. Here the schema of pg_trgm becomes the second schema of the path. New objects still go into `public`, and
  // a trigram index finds its operators.
  if (environment.trigramSchema !== null && environment.trigramSchema !== 'public') {
    await sequelize.query(`select set_config('search_path', $1, false)`, {
      bind: [`public, ${environment.trigramSchema}`],
      type: QueryTypes.SELECT,
    });
  }
}

/** Lists the database's faults for `verify`. This command only reads, so a read-only session is not a fault. */
export async function environmentProblems(
  sequelize: Sequelize,
  pending: readonly string[],
  recorded: readonly string[],
): Promise<Problem[]> {
  return problemsOf(sequelize, { ...(await read(sequelize)), isReadOnly: false }, pending, recorded);
}

async function problemsOf(
  sequelize: Sequelize,
  found: Environment,
  pending: readonly string[],
  recorded: readonly string[],
): Promise<Problem[]> {
  const { user, database, encoding, trigramSchema } = found;
  const problems: Problem[] = [];
  const tell = (name: string, message: string) => problems.push({ name, code: 'environment', message });
  if (encoding !== 'UTF8') {
    tell(
      `database ${database}`,
      `its encoding is ${encoding}, which cannot store every text that the API accepts. Create another database (create database … encoding 'UTF8' template template0) and move the data to it with pg_dump.`,
    );
  }
  if (found.isReadOnly) {
    tell(
      `database ${database}`,
      'the session is read-only: the server is a standby, or default_transaction_read_only is on. Connect to the primary, or turn the setting off.',
    );
  }
  if (found.foreign.length > 0) {
    tell(
      found.foreign.join(', '),
      `${user} does not own them, so it may not change them or grant privileges on them. Migrate as their owner, or have an administrator run: alter table … owner to ${user}.`,
    );
  }
  if (pending.length > 0) {
    if (!found.hasPublic) {
      tell('schema public', 'it does not exist, and every table belongs in it. Run: create schema public.');
    } else if (!found.mayUsePublic || !found.mayCreateInPublic) {
      tell('schema public', `${user} may not create tables in it. Run: grant usage, create on schema public to ${user}.`);
    }
    if (trigramSchema !== null && !found.mayUseTrigrams) {
      tell('extension pg_trgm', `${user} may not use its schema. Run: grant usage on schema ${trigramSchema} to ${user}.`);
    }
  }
  if (pending.includes(searchMigration) && trigramSchema === null) {
    if (!found.trigramsAreAvailable) {
      tell('extension pg_trgm', 'this server does not offer it. Install the contrib package of PostgreSQL, or allow the extension.');
    } else if (!found.mayCreateInDatabase) {
      tell(
        'extension pg_trgm',
        `${user} may not create it. Have an administrator run: grant create on database ${database} to ${user}, or: create extension pg_trgm.`,
      );
    }
  }
  const makesRole = pending.includes(roleMigration);
  if (makesRole || recorded.includes(roleMigration)) {
    if (found.mayAlterRole === null && !found.mayCreateRoles) {
      tell(role, `the role does not exist, and ${user} may not create it. Have an administrator run: alter role ${user} createrole.`);
    } else if (found.mayAlterRole === false) {
      const fatal = (await roleFaults(sequelize)).filter(({ isFatal }) => isFatal);
      if (fatal.length > 0) {
        tell(
          role,
          `${user} may not alter this role, because another user created it. Have an administrator run: ${fatal.map(({ remedy }) => remedy).join('; ')}; or: grant ${role} to ${user} with admin option.`,
        );
      }
    }
  }
  return problems;
}

async function read(sequelize: Sequelize): Promise<Environment> {
  const [found] = await sequelize.query<Environment>(
    `select quote_ident(current_user) as "user", quote_ident(datname) as database, pg_encoding_to_char(encoding) as encoding,
            current_setting('transaction_read_only')::boolean as "isReadOnly",
            to_regnamespace('public') is not null as "hasPublic",
            has_schema_privilege(to_regnamespace('public'), 'USAGE') as "mayUsePublic",
            has_schema_privilege(to_regnamespace('public'), 'CREATE') as "mayCreateInPublic",
            has_database_privilege(datname, 'CREATE') as "mayCreateInDatabase",
            extnamespace::regnamespace::text as "trigramSchema",
            has_schema_privilege(extnamespace, 'USAGE') as "mayUseTrigrams",
            exists (select from pg_available_extensions where name = 'pg_trgm') as "trigramsAreAvailable",
            array(select quote_ident(relname) from pg_class
                   where relnamespace = to_regnamespace('public') and relkind = 'r' and relname = any ($2::text[])
                     and not pg_has_role(relowner, 'USAGE') order by 1) as foreign,
            me.rolcreaterole or me.rolsuper as "mayCreateRoles",
            case when api.oid is not null
                 then me.rolsuper or (me.rolcreaterole and (current_setting('server_version_num')::int < 160000 or pg_has_role(api.oid, 'MEMBER WITH ADMIN OPTION')))
            end as "mayAlterRole"
       from pg_database
       join pg_roles as me on me.rolname = current_user
       left join pg_extension on extname = 'pg_trgm'
       left join pg_roles as api on api.rolname = $1
      where datname = current_database()`,
    { bind: [role, [...Object.keys(rights), ...stores]], type: QueryTypes.SELECT },
  );
  if (!found) throw new Error('The query of the system catalogue returned no row');
  return found;
}
