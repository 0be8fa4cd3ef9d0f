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
])('writes the time %s as JSON.stringify writes the Date that pg makes of it', async (time) => {
  const { sequelize } = await database();
  await sequelize.query("set timezone = 'America/New_York'");
  const [[row]] = await sequelize.query(`select ${utcText('$1::timestamptz')} as text, $1::timestamptz as date`, { bind: [time] });
  expect(row).toMatchObject({ text: expect.any(String), date: expect.any(Date) });
  const { text, date } = row as { text: string; date: Date };
  expect(JSON.stringify(isoTime(text))).toBe(JSON.stringify(date));
});
