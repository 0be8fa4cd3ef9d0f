import { invoked } from '../lib/migrator/invoked.ts';

/** Invoked by the deploy pipeline: migrates the database and reports. A failure is thrown, so that the invocation has failed too. */
export const handler = invoked;
