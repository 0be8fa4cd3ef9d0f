import { eraseCustomer } from '../../lib/customers/eraseCustomer.ts';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import { api } from '../../lib/http/api.ts';
import { Reply } from '../../lib/http/reply.ts';

// A transaction that reads the customer and the open orders, changes orders, stock movements and events, and deletes the customer.
const statements = 8;

/** DELETE /customers/me: erases the customer's personal data. The orders stay, without a customer. */
export const handler = api({ statements, customer: true }, async ({ customer }) => {
  await withDatabase((db) => eraseCustomer(db, customer));
  return new Reply(204, undefined);
});
