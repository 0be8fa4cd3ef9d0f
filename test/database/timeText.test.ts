import { expect, it } from 'vitest';
import { database } from '../../lib/database/database.ts';
import { isoTime, utcText } from '../../lib/database/timeText.ts';

it.each([
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
])("writes the time %s like JSON.stringify of pg's Date, independent of the session's settings", async (time) => {
  const { sequelize } = await database();
  const [[row]] = await sequelize.query('select $1::timestamptz as date', { bind: [time] });
  expect(row).toMatchObject({ date: expect.any(Date) });
  const { date } = row as { date: Date };
  // Uses one connection: a pool would open a new one, without the settings, if the server ended this one.
  await sequelize.transaction(async (transaction) => {
    for (const style of ['ISO', 'German', 'SQL, DMY', 'Postgres, MDY']) {
      await sequelize.query(`set local timezone = 'America/New_York'; set local datestyle = '${style}'`, { transaction });
      const [[found]] = await sequelize.query(`select ${utcText('$1::timestamptz')} as text`, { bind: [time], transaction });
      expect(JSON.stringify(isoTime((found as { text: string }).text)), style).toBe(JSON.stringify(date));
    }
  });
});
