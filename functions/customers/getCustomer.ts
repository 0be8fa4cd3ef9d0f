import { getCustomer } from '../../lib/customers/getCustomer.ts';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import { api } from '../../lib/http/api.ts';

/** GET /customers/me: returns the customer's own record. */
export const handler = api({ statements: 1, customer: true }, ({ customer }) => withDatabase((db) => getCustomer(db, customer)));
