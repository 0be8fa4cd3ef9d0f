import type { Database } from '../database/types.ts';
import { unknownCustomer } from '../errors.ts';
import { type CustomerView, customerView } from './view.ts';

/** Returns the customer with this token subject. @throws PublicError `unknown-customer` */
export async function getCustomer(db: Database, authSubject: string): Promise<CustomerView> {
  const customer = await db.User.findOne({ where: { authSubject } });
  if (!customer) throw unknownCustomer();
  return customerView(customer);
}
