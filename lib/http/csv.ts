import { stringify } from 'csv-stringify/sync';
import { Reply } from './reply.ts';

/**
 * Returns rows as CSV (RFC 4180) with a header line. Cells that begin like a formula are escaped, because spreadsheets execute formulas. `escape_formulas`
 * covers every prefix that OWASP lists except the line feed, and `cast` covers the line feed. By default, the library quotes line breaks only in the form CR
 * LF. `quoted_match` also quotes a cell with a single CR or LF, because some readers would end the line there.
 */
export function csv(rows: readonly object[], columns: readonly string[], fileName: string, { bom = false } = {}): Reply {
  const text = stringify([...rows], {
    // Without a byte order mark, Excel does not read the file as UTF-8.
    bom,
    header: true,
    columns: [...columns],
    escape_formulas: true,
    cast: { string: (cell) => (cell.startsWith('\n') ? `'${cell}` : cell) },
    quoted_match: /[\r\n]/,
    record_delimiter: 'windows',
  });
  return new Reply(200, text, { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${fileName}"` });
}
