// A cell that spreadsheets run as a formula, or such a cell after apostrophes. `neutralised` adds one apostrophe to each of these cells, and
// `restored` removes one, so that a cell that began with an apostrophe keeps it.
const formula = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Returns a cell that no spreadsheet runs: a cell that begins like a formula gets an apostrophe in front. */
export function neutralised(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

/** Reverses `neutralised`. */
export function restored(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}
