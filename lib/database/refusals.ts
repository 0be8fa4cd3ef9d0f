import type { ValidationError } from 'sequelize';
import { invalidRequest, type PublicError } from '../errors.ts';

/** Returns the first message of each rejected field: an empty name need not be reported as too short as well. */
export function refusals({ errors }: ValidationError): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const { path, message } of errors) if (!first.has(path ?? '')) first.set(path ?? '', message);
  return first;
}

/** Returns the error for a body whose fields a model rejected. */
export function invalidBody(error: ValidationError): PublicError {
  const errors = Array.from(refusals(error), ([field, message]) => ({ path: `/body/${field}`, message }));
  return invalidRequest(errors, { cause: error });
}
