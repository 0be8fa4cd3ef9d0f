import { CsvError, parse } from 'csv-parse/sync';
import { PublicError } from '../errors.ts';
import { bodyBytes, decoded } from './body.ts';
import type { HttpEvent } from './event.ts';
import type { Faults } from './faults.ts';
import { isStorable } from './schema.ts';

/** The shape of a table that a route accepts as CSV. */
export interface TableShape {
  readonly columns: readonly string[];
  /** The columns that the header must have. */
  readonly required: readonly string[];
  readonly maxRows: number;
}

/** A row of a table, its cells by column. */
export interface TableRow {
  /** The line of the body on which the row begins; the header is on line 1. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number; readonly empty_lines: number };
}

// Base64 or escaping makes the body larger in the event. Lambda's limit for the event is 6 MB.
const maxBytes = 4_000_000;

/**
 * Reads the CSV body. Accepts UTF-8 with or without a byte order mark, `,` or `;` as delimiter, any line ending, and line breaks in quotes.
 * @throws PublicError `payload-too-large`, `unsupported-media-type`, `malformed-csv`
 */
export function readCsv(event: HttpEvent, { maxRows }: TableShape): readonly Parsed[] {
  const bytes = bodyBytes(event, maxBytes);
  if (!/^text\/csv\s*(;|$)/i.test(event.headers['content-type'] ?? '')) {
    throw new PublicError('unsupported-media-type', 'The body must be CSV. Send it with Content-Type: text/csv.');
  }
  if (bytes.length === 0) throw malformed('The body is missing. Send CSV.');
  const text = decoded(bytes, malformed);
  const [head = ''] = /^[^\r\n]*/.exec(text) ?? [];
  try {
    return parse(text, {
      delimiter: head.includes(';') ? ';' : ',',
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: true,
      info: true,
      // The header, and one row more than the limit, so that `readRows` detects the excess.
      to: maxRows + 2,
      // The types of csv-parse do not describe what the option `info` adds to each row.
    }) as unknown as readonly Parsed[];
  } catch (error) {
    if (error instanceof CsvError) throw malformed(`The body is not valid CSV: ${error.message}.`, error);
    throw error;
  }
}

/** Maps each row's cells to its columns, and adds the faults of the header and of the cells to `faults`. */
export function readRows([header, ...rows]: readonly Parsed[], shape: TableShape, faults: Faults): readonly TableRow[] {
  const names = header?.record ?? [];
  for (const [index, name] of names.entries()) {
    if (!shape.columns.includes(name)) faults.add('/body/1', name, `Unknown column. The columns are ${shape.columns.join(', ')}`);
    if (names.indexOf(name) < index) faults.add('/body/1', name, 'Duplicate column');
  }
  for (const name of shape.required) if (!names.includes(name)) faults.add('/body/1', name, 'Missing column');
  if (rows.length > shape.maxRows) faults.add('', 'body', `The body has more than ${shape.maxRows} rows. Send several requests`);
  let lines = header?.info.lines ?? 0;
  let emptyLines = header?.info.empty_lines ?? 0;
  return rows.map(({ record, info }) => {
    const line = lines + 1 + info.empty_lines - emptyLines;
    lines = info.lines;
    emptyLines = info.empty_lines;
    const cells = Object.fromEntries(names.map((name, index) => [name, record[index] ?? '']));
    for (const [name, cell] of Object.entries(cells)) {
      if (!isStorable(cell)) faults.add(`/body/${line}`, name, 'Must not contain the character U+0000');
    }
    return { line, cells };
  });
}

function malformed(detail: string, cause?: unknown): PublicError {
  return new PublicError('malformed-csv', detail, { cause });
}
