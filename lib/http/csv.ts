import { stringify } from 'csv-stringify/sync';
import { Reply } from './reply.ts';

/**
 * Rows as CSV (RFC 4180) with a header line. A cell that begins like a formula is defused, for spreadsheets run what is in them: the
 * library does so for all beginnings that OWASP names but the line feed. A line feed or carriage return alone is quoted too: to the
 * library only both together end a line, to the readers each does.
 */
export function csv(rows: readonly object[], columns: readonly string[], fileName: string): Reply {
  const text = stringify([...rows], {
    header: true,
    columns: [...columns],
    escape_formulas: true,
    cast: { string: (cell) => (cell.startsWith('\n') ? `'${cell}` : cell) },
    quoted_match: /[\r\n]/,
    record_delimiter: 'windows',
  });
  return new Reply(200, text, { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${fileName}"` });
}
