import { randomBytes } from 'node:crypto';

/** As whom to connect. */
export interface Login {
  readonly user: string;
  readonly password: string;
}

/** The schema's owner, whom makeTemplate makes. */
export function ownerLogin(): Login {
  return { user: 'orders_owner', password: randomBytes(18).toString('base64url') };
}

/** The API's role, which `migrate` makes and gives this password. */
export function apiLogin(): Login {
  return { user: 'orders_api', password: randomBytes(18).toString('base64url') };
}

/** The address of a database on the same server, as somebody else. */
export function addressFor(adminUrl: string, database: string, { user, password }: Login): string {
  const url = new URL(adminUrl);
  url.username = user;
  url.password = password;
  url.pathname = `/${database}`;
  return url.href;
}
