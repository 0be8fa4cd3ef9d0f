import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { config } from '../../lib/config.ts';
import { isoTime } from '../../lib/database/isoTime.ts';
import { databaseAddress } from '../../lib/database/pool/address.ts';
import { openSequelize } from '../../lib/database/pool/sequelize.ts';
import { runStatement } from '../../lib/database/runStatement.ts';
import type { Database } from '../../lib/database/types.ts';
import { defineModels } from '../../lib/models/index.ts';
import { statementsOf } from '../support/statements.ts';

const times = [
  '2026-01-31 12:34:56.789+00',
  '2026-01-31 12:34:56+00',
  '2026-01-31 12:34:56.1+00',
  '2026-01-31 12:34:56.12+00',
  '2026-01-31 12:34:56.000001+00',
  '2026-01-31 12:34:56.999999+00',
  '2026-12-31 23:30:00.5-05:30',
  '1969-12-31 23:59:59.9999+00',
  '0001-01-01 00:00:00+00',
  '9999-12-31 23:59:59.999999+00',
];

describe.each([
  { DateStyle: 'ISO, MDY', TimeZone: 'UTC', kept: 'ISO, MDY' },
  { DateStyle: 'ISO, DMY', TimeZone: 'Asia/Kathmandu', kept: 'ISO, DMY' },
  { DateStyle: 'German', TimeZone: 'America/New_York', kept: 'ISO, MDY' },
  { DateStyle: 'SQL, DMY', TimeZone: 'UTC', kept: 'ISO, MDY' },
  { DateStyle: 'Postgres, MDY', TimeZone: 'America/St_Johns', kept: 'ISO, MDY' },
])('a session that starts with $DateStyle and $TimeZone', ({ kept, ...settings }) => {
  let db: Database;
  let sent: string[];
  beforeAll(async () => {
    const { database: source } = config();
    if (!source) throw new Error('DATABASE_URL is not set');
    const sequelize = await openSequelize(await databaseAddress(source), { poolMax: 1, queryTimeoutMs: 0, settings });
    db = { sequelize, ...defineModels(sequelize) };
    // The first statement opens the connection.
    ({ sent } = await statementsOf(() => runStatement(db, 'show datestyle', [])));
  });
  afterAll(() => db.sequelize.close());

  it.each(times)("writes the time %s as JSON.stringify writes pg's Date", async (time) => {
    const [[row]] = await db.sequelize.query('select $1::timestamptz as date', { bind: [time] });
    expect(row).toMatchObject({ date: expect.any(Date) });
    const found = await runStatement<{ date: string; cast: string }>(db, 'select $1::timestamptz as date, $1::timestamptz::text as cast', [
      time,
    ]);
    const written = found.map(({ date, cast }) => [isoTime(date), isoTime(cast)]);
    const { date } = row as { date: Date };
    expect(written).toEqual([[date.toISOString(), date.toISOString()]]);
  });

  it(`has the DateStyle ${kept} after connecting`, async () => {
    expect(await runStatement(db, 'show datestyle', [])).toEqual([{ DateStyle: kept }]);
    // The change of the DateStyle does not count as a statement of the request that opens the connection.
    expect(sent).toEqual(['show datestyle']);
  });
});

it.each(['31.01.2026 12:34:56.789 UTC', '31/01/2026 12:34:56.789 UTC', 'Sat Jan 31 12:34:56.789 2026 UTC', 'infinity'])(
  'rejects the time %s',
  (text) => {
    expect(() => isoTime(text)).toThrow(/DateStyle/);
  },
);
