import { type MigrateReport, migrate } from '../lib/migrator/migrate.ts';

/** Invoked by the deploy pipeline: migrates the database and reports. A failure is thrown, so that the invocation has failed too. */
export const handler = (event: unknown): Promise<MigrateReport> => migrate(event);
