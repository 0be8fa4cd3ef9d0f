import pg from 'pg';
import { addressFor, type Login } from './owner.ts';

export const template = 'orders_template';

interface Logins {
  readonly owner: Login;
  readonly api: Login;
  /** Brings the database to the newest schema, as its owner, and gives the API's role its password. */
  readonly migrate: (ownerUrl: string) => Promise<unknown>;
}

/** Makes the schema's owner on a new server, and a database that is migrated once, of which there can be copies. */
export async function makeTemplate(adminUrl: string, { owner, api, migrate }: Logins): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  // No superuser, as on RDS, but may make roles.
  await admin.query(`create role ${owner.user} login createrole password ${pg.escapeLiteral(owner.password)}`);
  await admin.query(`create database ${template} owner ${owner.user}`);
  await migrate(addressFor(adminUrl, template, owner));
  // The API works in copies: to it this is one of our other databases.
  await admin.query(`revoke connect on database ${template} from ${api.user}`);
  await admin.end();
}

/** A copy of the template. A database's own rights are not copied: what the migration has said for that one is said again for this. */
export async function cloneTemplate(admin: pg.Client, database: string, owner: Login): Promise<void> {
  await admin.query(`create database ${database} template ${template} strategy file_copy owner ${owner.user}`);
  await admin.query(`revoke connect, temporary on database ${database} from public; grant connect on database ${database} to orders_api`);
  // The role's sessions end after 500 ms of quiet, which is soon over on a busy machine: a test that is not about that would meet it by chance.
  await admin.query(`alter role orders_api in database ${database} set idle_session_timeout = 0`);
}

/** Makes the template itself that database: then no other one uses the roles. */
export async function renameTemplate(admin: pg.Client, database: string): Promise<void> {
  await admin.query(`alter database ${template} rename to ${database}`);
  await admin.query(`grant connect on database ${database} to orders_api`);
}
