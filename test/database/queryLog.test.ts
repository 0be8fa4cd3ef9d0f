import { expect, it } from 'vitest';
import { withoutValues } from '../../lib/database/queryLog.ts';

it.each([
  [`select "a" from "t" where "email" = 'ada@example.com' and n > 12.5`, `select "a" from "t" where "email" = ? and n > ?`],
  [`select 'it''s' as "it's"`, `select ? as "it's"`],
  [`select $1, $12 from t1 where c2 = 3`, `select $1, $12 from t1 where c2 = ?`],
  ["select 1 -- it's 5\n  -- and 6\n  from t\n where a = '-- 7\n'", 'select ? from t where a = ?'],
  ['select "a -- b\n"\n  from t', 'select "a -- b\n" from t'],
])('replaces the values, removes the comments and joins the lines of %j', (sql, shown) => {
  expect(withoutValues(sql)).toBe(shown);
});
