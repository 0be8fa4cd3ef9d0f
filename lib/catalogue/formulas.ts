// Matches a cell that begins like a formula, with or without apostrophes in front. An export adds one apostrophe to every such cell, and an import removes
// one. So a cell that already has an apostrophe is the same after an export and an import.
const formula = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Returns the cell, with an apostrophe in front if it begins like a formula, so that no spreadsheet runs it. */
export function neutralised(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

/** Reverses `neutralised`. */
export function restored(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}
