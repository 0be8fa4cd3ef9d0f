import pg from 'pg';
import { queryOnce } from '../../local/postgres/client.ts';
import { addressFor, type Login } from './owner.ts';

export const template = 'orders_template';

interface Logins {
  readonly owner: Login;
  readonly api: Login;
  /** Migrates the database as its owner, and sets the password of the API's role. */
  readonly migrate: (ownerUrl: string) => Promise<unknown>;
}

/** Creates the schema's owner on a new server, and a migrated database as the template that tests copy. */
export async function makeTemplate(adminUrl: string, { owner, api, migrate }: Logins): Promise<void> {
  // As on RDS, the owner is not a superuser but may create roles.
  await queryOnce(adminUrl, `create role ${owner.user} login createrole password ${pg.escapeLiteral(owner.password)}`);
  await queryOnce(adminUrl, `create database ${template} owner ${owner.user}`);
  await migrate(addressFor(adminUrl, template, owner));
  // The API's role uses copies, and must not connect to the template.
  await queryOnce(adminUrl, `revoke connect on database ${template} from ${api.user}`);
}

/** Copies the template, or another database without sessions. Sets the privileges on the copy, because PostgreSQL does not copy them. */
export async function cloneTemplate(admin: pg.Client, database: string, owner: Login, from = template): Promise<void> {
  await admin.query(`create database ${database} template ${from} strategy file_copy owner ${owner.user}`);
  await admin.query(`revoke connect, temporary on database ${database} from public; grant connect on database ${database} to orders_api`);
  // By default, the role's sessions end after 500 ms without a statement. On a busy machine, this would fail unrelated tests.
  await admin.query(`alter role orders_api in database ${database} set idle_session_timeout = 0`);
}

/** Renames the template to `database` instead of copying it, for tests in which only one database of the server may use the roles. */
export async function renameTemplate(admin: pg.Client, database: string): Promise<void> {
  await admin.query(`alter database ${template} rename to ${database}`);
  await admin.query(`grant connect on database ${database} to orders_api`);
}
