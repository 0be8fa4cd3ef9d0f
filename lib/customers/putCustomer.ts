import { col, fn, UniqueConstraintError, ValidationError, where } from 'sequelize';
import { constraintOf } from '../database/failure.ts';
import { invalidBody } from '../database/rejectedFields.ts';
import type { Database } from '../database/types.ts';
import { PublicError } from '../errors.ts';
import { type CustomerView, customerView } from './view.ts';

interface Registration {
  /** The token's subject. */
  readonly customer: string;
  readonly fullName: string;
  readonly email: string;
}

interface Outcome {
  readonly customer: CustomerView;
  readonly isNew: boolean;
}

// Another attempt follows only if a concurrent request registered or erased a customer between two statements of this request.
const maxAttempts = 3;

/**
 * Registers the customer of a token, or changes the customer's name and email. Safe to repeat.
 * @throws PublicError `invalid-request`, `email-taken`
 */
export async function putCustomer(db: Database, registration: Registration): Promise<Outcome> {
  for (let attempt = 1; attempt <= maxAttempts; attempt++) {
    try {
      return await write(db, registration);
    } catch (error) {
      if (error instanceof UniqueConstraintError) await refuseTakenEmail(db, registration, error);
      else if (error instanceof ValidationError) throw invalidBody(error);
      else throw error;
    }
  }
  throw new PublicError('overloaded', 'Too many concurrent requests for this customer. Retry after a pause.');
}

async function write(db: Database, { customer: authSubject, fullName, email }: Registration): Promise<Outcome> {
  const found = await db.User.findOne({ where: { authSubject } });
  if (found) return { customer: customerView(await found.update({ fullName, email })), isNew: false };
  // Omits password_hash, which the API's role may not access.
  const created = await db.User.create(
    { authSubject, fullName, email },
    { fields: ['authSubject', 'fullName', 'email'], returning: ['id'] },
  );
  return { customer: customerView(created), isNew: true };
}

// Both unique constraints allow one customer per email address. `users_lower_email_key` ignores case. The older `users_email_key` does not.
const emailConstraints = ['users_lower_email_key', 'users_email_key'];

/**
 * @throws PublicError `email-taken` if another customer has the email. Otherwise returns, so that the caller retries: a concurrent request of this customer
 * caused the violation, or the other customer is gone.
 */
async function refuseTakenEmail(db: Database, { customer, email }: Registration, cause: UniqueConstraintError): Promise<void> {
  if (!emailConstraints.includes(constraintOf(cause) ?? '')) return;
  const owner = await db.User.findOne({ where: where(fn('lower', col('email')), fn('lower', email)) });
  if (!owner || owner.authSubject === customer) return;
  throw new PublicError('email-taken', 'Another customer has this email address. Send a different one.', { cause });
}
