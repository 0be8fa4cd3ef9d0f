// What spreadsheets run as a formula, after any number of apostrophes: an apostrophe before it is doubled, so that it is not lost on the way back.
const formula = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Returns a cell that no spreadsheet runs: with an apostrophe before what begins like a formula. */
export function neutralised(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

/** Returns the cell that `neutralised` was given. */
export function restored(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}
