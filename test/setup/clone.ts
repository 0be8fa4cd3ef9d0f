import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeEach, expect, inject, vi } from 'vitest';
import { queryOnce, withClient } from '../../local/postgres/client.ts';
import { undescribedEvent } from '../support/eventDescription.ts';
import { failureLog } from './failureLog.ts';
import { addressFor } from './owner.ts';
import { cloneTemplate } from './template.ts';

// Test files share a process and its loaded packages, because loading packages takes most of a small file's time. Each file loads our modules again.
vi.resetModules();
const { database } = await import('../../lib/database/database.ts');

// Each test file has its own database. The environment variables contain its address, as they do in a deployment.
const adminUrl = inject('adminUrl');
const owner = inject('owner');
const name = `test_${randomBytes(6).toString('hex')}`;

await withClient(adminUrl, (admin) => cloneTemplate(admin, name, owner));

process.env['STAGE'] = 'local';
process.env['STATEMENT_BUDGET'] = 'error';
// Avoids warnings about slow statements: on a busy machine, any statement can be slow.
process.env['SLOW_STATEMENT_MS'] = '900000';
process.env['POWERTOOLS_METRICS_DISABLED'] = 'true';
process.env['DATABASE_URL'] = addressFor(adminUrl, name, inject('api'));
process.env['MIGRATION_DATABASE_URL'] = addressFor(adminUrl, name, owner);

// Returns the differences between the functions' events and asyncapi.json. Leaves out the rows that a test wrote itself: they have an empty payload
// or the request ID `old`.
async function undescribedEvents(): Promise<string[]> {
  const events = await queryOnce<{ type: string; detail: unknown }>(
    addressFor(adminUrl, name, owner),
    `select type, payload || jsonb_build_object('schemaVersion', 1, 'id', id, 'orderId', order_id, 'sequence', sequence,
              'time', to_char(created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'actor', actor, 'requestId', request_id) as detail
       from order_events where payload <> '{}' and request_id <> 'old' limit 1000`,
  );
  return events.flatMap(({ type, detail }) => undescribedEvent({ source: 'orders', 'detail-type': type, detail }));
}

const log = failureLog();
beforeEach(() => void log.take());

// A failed assertion may show only a status. Adds what the functions logged, because it contains the cause.
afterEach(({ task }) => {
  const [error] = task.result?.errors ?? [];
  const entries = error ? log.take() : [];
  if (error && entries.length > 0) error.message += `\n\nThe functions logged: ${inspect(entries, { depth: 8, breakLength: 150 })}`;
});

afterAll(async () => {
  log.stop();
  await (await database()).sequelize.close();
  const undescribed = await undescribedEvents();
  await queryOnce(adminUrl, `drop database ${name} with (force)`);
  expect(undescribed).toEqual([]);
});
