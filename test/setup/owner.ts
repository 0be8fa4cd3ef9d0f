import { randomBytes } from 'node:crypto';

/** The user of a connection. */
export interface Login {
  readonly user: string;
  readonly password: string;
}

/** Returns a login with a new password for the schema's owner, which makeTemplate creates. */
export function ownerLogin(): Login {
  return { user: 'orders_owner', password: randomBytes(18).toString('base64url') };
}

/** Returns a login with a new password for the API's role. `migrate` creates the role and sets this password. */
export function apiLogin(): Login {
  return { user: 'orders_api', password: randomBytes(18).toString('base64url') };
}

/** Returns the address of a database on the server of `adminUrl`, for the given user. */
export function addressFor(adminUrl: string, database: string, { user, password }: Login): string {
  const url = new URL(adminUrl);
  url.username = user;
  url.password = password;
  url.pathname = `/${database}`;
  return url.href;
}
