import type { ValidationError } from 'sequelize';

/** Returns the first message of each rejected field: an empty name need not be reported as too short as well. */
export function refusals({ errors }: ValidationError): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const { path, message } of errors) if (!first.has(path ?? '')) first.set(path ?? '', message);
  return first;
}
