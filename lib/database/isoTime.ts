import pg from 'pg';

/**
 * Converts a timestamptz as the server writes it (DateStyle ISO, which useIsoTimes ensures) to the format of Date.toISOString. Microseconds are
 * truncated, as in a Date. A page of 200 products has 400 timestamps. The whole page takes 2.3 ms of CPU with this function, and 4.7 ms with pg's Dates.
 * A conversion by the server, `to_json(time at time zone 'UTC')::text`, would add 0.57 million instructions, a fifth of the server's CPU for the page.
 * @throws TypeError for a text in another DateStyle
 */
export function isoTime(text: string): string {
  // Nearly every time is in UTC and has three decimal places or more: "2026-01-31 12:34:56.789012+00".
  if (text.length >= 26 && text[4] === '-' && text.endsWith('+00')) return `${text.slice(0, 10)}T${text.slice(11, 23)}Z`;
  const date: unknown = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ, 'text')(text);
  if (date instanceof Date) return date.toISOString();
  throw new TypeError(
    `The session wrote a time as "${text}". Set DateStyle to ISO for its role, or run migrate up, which sets it for orders_api`,
  );
}
