import { routed } from '../lib/http/routed.ts';
import { handler as eraseCustomer } from './customers/eraseCustomer.ts';
import { handler as getCustomer } from './customers/getCustomer.ts';
import { handler as putCustomer } from './customers/putCustomer.ts';

/** /customers: manages a customer's own record. */
export const handler = routed({
  'GET /customers/me': getCustomer,
  'PUT /customers/me': putCustomer,
  'DELETE /customers/me': eraseCustomer,
});
