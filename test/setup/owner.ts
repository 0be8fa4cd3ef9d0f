import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** The schema's owner: no superuser, as on RDS, but may make roles and databases. */
export interface Owner {
  readonly user: string;
  readonly password: string;
}

export async function makeOwner(admin: pg.Client): Promise<Owner> {
  const owner = { user: 'orders_owner', password: randomBytes(18).toString('base64url') };
  await admin.query(`create role ${owner.user} login createrole password ${pg.escapeLiteral(owner.password)}`);
  return owner;
}

/** The address of a database on the same server, as somebody else. */
export function addressFor(adminUrl: string, database: string, { user, password }: Owner): string {
  const url = new URL(adminUrl);
  url.username = user;
  url.password = password;
  url.pathname = `/${database}`;
  return url.href;
}
