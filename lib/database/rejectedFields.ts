import type { ValidationError } from 'sequelize';
import { invalidRequest, type PublicError } from '../errors.ts';

/** Returns the first message for each rejected field. Further messages add little: an empty name, for example, is also too short. */
export function rejectedFields({ errors }: ValidationError): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const { path, message } of errors) if (!first.has(path ?? '')) first.set(path ?? '', message);
  return first;
}

/** Returns the error for a body whose fields a model rejected. */
export function invalidBody(error: ValidationError): PublicError {
  const errors = Array.from(rejectedFields(error), ([field, message]) => ({ path: `/body/${field}`, message }));
  return invalidRequest(errors, { cause: error });
}
