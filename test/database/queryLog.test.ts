import { expect, it } from 'vitest';
import { withoutValues } from '../../lib/database/queryLog.ts';

it.each([
  [`select "a" from "t" where "email" = 'ada@example.com' and n > 12.5`, `select "a" from "t" where "email" = ? and n > ?`],
  [`select 'it''s' as "it's"`, `select ? as "it's"`],
  [`select $1, $12 from t1 where c2 = 3`, `select $1, $12 from t1 where c2 = ?`],
])('blanks the values of %s', (sql, shown) => {
  expect(withoutValues(sql)).toBe(shown);
});
