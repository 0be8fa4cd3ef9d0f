import { stringify } from 'csv-stringify/sync';
import { Reply } from './reply.ts';

/** Rows as CSV (RFC 4180) with a header line. A cell that begins like a formula is defused: spreadsheets run what is in them. */
export function csv(rows: readonly object[], columns: readonly string[], fileName: string): Reply {
  const text = stringify([...rows], { header: true, columns: [...columns], escape_formulas: true, record_delimiter: 'windows' });
  return new Reply(200, text, { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${fileName}"` });
}
