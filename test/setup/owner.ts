import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** As whom to connect. */
export interface Login {
  readonly user: string;
  readonly password: string;
}

/** Makes the schema's owner: no superuser, as on RDS, but may make roles. */
export async function makeOwner(admin: pg.Client): Promise<Login> {
  const owner = { user: 'orders_owner', password: randomBytes(18).toString('base64url') };
  await admin.query(`create role ${owner.user} login createrole password ${pg.escapeLiteral(owner.password)}`);
  return owner;
}

/** The API's role, which `migrate` makes and gives this password. */
export function apiLogin(): Login {
  return { user: 'orders_api', password: randomBytes(18).toString('base64url') };
}

/** A database's own rights are not copied from its template: what the migration has said for that one is said again for this. */
export async function admitOnlyApi(admin: pg.Client, database: string): Promise<void> {
  await admin.query(`revoke connect, temporary on database ${database} from public; grant connect on database ${database} to orders_api`);
}

/** The address of a database on the same server, as somebody else. */
export function addressFor(adminUrl: string, database: string, { user, password }: Login): string {
  const url = new URL(adminUrl);
  url.username = user;
  url.password = password;
  url.pathname = `/${database}`;
  return url.href;
}
