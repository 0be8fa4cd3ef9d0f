import pg from 'pg';

/**
 * Converts a timestamptz as the server writes it (DateStyle ISO, which useIsoTimes ensures) to the format of Date.toISOString. Microseconds
 * are truncated, as in a Date. A page of 200 products contains 400 times. The page took 2.3 ms of CPU with texts, and 4.7 ms with pg's Dates.
 * `to_json(time at time zone 'UTC')::text` would cost the server 0.57 million instructions more, a fifth of its CPU for the page.
 * @throws TypeError for a text in another DateStyle
 */
export function isoTime(text: string): string {
  // "2026-01-31 12:34:56.789012+00": in UTC, with three decimal places or more, as nearly every time.
  if (text.length >= 26 && text[4] === '-' && text.endsWith('+00')) return `${text.slice(0, 10)}T${text.slice(11, 23)}Z`;
  const date: unknown = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ, 'text')(text);
  if (date instanceof Date) return date.toISOString();
  throw new TypeError(
    `The session wrote a time as "${text}". Set DateStyle to ISO for its role, or run migrate up, which sets it for orders_api`,
  );
}
