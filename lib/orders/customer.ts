import { plainRows } from '../database/plainRows.ts';
import type { Database } from '../database/types.ts';
import { PublicError } from '../errors.ts';

/** The id of the customer whose token's subject this is. @throws PublicError `unknown-customer` */
export async function customerId(db: Database, authSubject: string): Promise<number> {
  const [user] = await plainRows<{ id: number }>(db.User.findAll({ attributes: ['id'], where: { authSubject }, raw: true }));
  if (!user) throw unknownCustomer();
  return user.id;
}

export function unknownCustomer(): PublicError {
  return new PublicError('unknown-customer', 'The token is good, but no customer here has its subject.');
}
