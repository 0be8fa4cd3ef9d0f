// Matches a cell that a spreadsheet runs as a formula, with or without apostrophes in front. `neutralised` adds one apostrophe and `restored`
// removes one, so that an apostrophe of the original cell is kept.
const formula = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Returns the cell, with an apostrophe in front if it begins like a formula, so that no spreadsheet runs it. */
export function neutralised(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

/** Reverses `neutralised`. */
export function restored(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}
