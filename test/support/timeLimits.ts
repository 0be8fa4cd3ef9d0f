import pg from 'pg';
import { beforeAll, inject } from 'vitest';
import { queryOnce } from '../../local/postgres/client.ts';

/**
 * Gives the API's role minutes for each lock and statement in the file's database. Tests that count outcomes of many callers at once use it: on a
 * busy machine a wait for a lock can exceed the role's 3 s, and a 503 would then be the right answer.
 */
export function withoutTimeLimits(): void {
  beforeAll(async () => {
    const name = new URL(process.env['DATABASE_URL'] ?? '').pathname.slice(1);
    for (const setting of ['lock_timeout', 'statement_timeout'])
      await queryOnce(inject('adminUrl'), `alter role orders_api in database ${pg.escapeIdentifier(name)} set ${setting} = '5min'`);
  });
}
