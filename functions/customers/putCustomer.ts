import * as z from 'zod/mini';
import { putCustomer } from '../../lib/customers/putCustomer.ts';
import { withDatabase } from '../../lib/database/withDatabase.ts';
import { api } from '../../lib/http/api.ts';
import { Reply } from '../../lib/http/reply.ts';
import { text } from '../../lib/http/schema.ts';

// The pattern of `<input type="email">`, which browsers check.
const email = z.email({ pattern: z.regexes.html5Email, error: 'Expected an email address' }).check(z.maxLength(255));
const body = z.strictObject({ fullName: text(1, 150), email });

// An attempt reads the customer, writes the customer, and, if the email is taken, reads its owner. Concurrent requests of one customer may cause up to 3
// attempts.
const statements = 9;

/** PUT /customers/me: registers the customer of the token, or changes the customer's name and email. */
export const handler = api({ statements, customer: true, ownEmail: true, body }, async ({ customer, body }) => {
  const put = await withDatabase((db) => putCustomer(db, { customer, ...body }));
  return new Reply(put.isNew ? 201 : 200, put.customer);
});
