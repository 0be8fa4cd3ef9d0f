import type { User } from '../models/user.ts';

/** A customer's own record. */
export interface CustomerView {
  readonly id: number;
  readonly fullName: string;
  readonly email: string;
  /** ISO 8601, like all times in responses. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Returns the view of a customer. */
export function customerView({ id, fullName, email, createdAt, updatedAt }: User): CustomerView {
  return { id, fullName, email, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
