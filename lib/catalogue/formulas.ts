// Matches a cell that begins like a formula, or with apostrophes followed by a formula. So `neutralised` also adds an apostrophe to a cell that already
// begins with one, and `restored` does not remove the cell's own apostrophe.
const formula = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Returns the cell, with an apostrophe in front if it begins like a formula, so that no spreadsheet runs it. */
export function neutralised(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

/** Reverses `neutralised`. */
export function restored(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}
