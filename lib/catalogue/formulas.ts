// Matches a cell that begins like a formula, even with apostrophes in front. From such a cell, an import removes one apostrophe. So an export adds one to
// every such cell, including a cell that already begins with an apostrophe.
const formula = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Returns the cell, with an apostrophe in front if it begins like a formula, so that no spreadsheet runs it. */
export function neutralised(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

/** Reverses `neutralised`. */
export function restored(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}
