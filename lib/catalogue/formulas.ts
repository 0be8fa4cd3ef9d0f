// Matches a cell that begins like a formula, also after apostrophes. Example: the export writes the cell `'=1` as `''=1`, so that the import, which removes
// one apostrophe, returns `'=1` and not `=1`.
const formula = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Returns the cell, with an apostrophe in front if it begins like a formula, so that no spreadsheet runs it. */
export function neutralised(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

/** Reverses `neutralised`. */
export function restored(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}
