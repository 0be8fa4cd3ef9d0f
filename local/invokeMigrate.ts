import { z } from 'zod';
import { Failure } from './failure.ts';
import { invocationError } from './lambda/invocation.ts';
import type { Lambda } from './lambda/lambda.ts';

export const migrateReport = z.record(z.string(), z.unknown());

/** The response of the function `migrate`. The fields are not checked here, because only `migrate` defines them. */
export type MigrateReport = z.infer<typeof migrateReport>;

/** Invokes the function `migrate`. Throws a Failure with the function's message if it failed. */
export async function invokeMigrate(functions: Lambda, payload: Readonly<Record<string, unknown>>): Promise<MigrateReport> {
  const result = await functions.invoke('migrate', JSON.stringify(payload));
  const answer: unknown = JSON.parse(result.payload);
  if (result.functionError !== undefined) throw new Failure(`migrate failed: ${invocationError.parse(answer).errorMessage}`);
  return migrateReport.parse(answer);
}
