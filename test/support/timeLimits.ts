import pg from 'pg';
import { beforeAll, inject } from 'vitest';
import { queryOnce } from '../../local/postgres/client.ts';

/**
 * Raises the time limits of the API's role for locks and statements to 5 min, in the file's database. Tests that count the outcomes of concurrent
 * callers need this: on a busy machine, a caller can wait for a lock longer than the usual limit of 3 s, and then correctly gets a 503.
 */
export function withoutTimeLimits(): void {
  beforeAll(async () => {
    const name = new URL(process.env['DATABASE_URL'] ?? '').pathname.slice(1);
    for (const setting of ['lock_timeout', 'statement_timeout'])
      await queryOnce(inject('adminUrl'), `alter role orders_api in database ${pg.escapeIdentifier(name)} set ${setting} = '5min'`);
  });
}
