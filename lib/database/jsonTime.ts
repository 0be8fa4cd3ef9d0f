/** SQL for a timestamptz as `JSON.stringify` writes a Date: UTC, milliseconds (what is finer is cut off, as a Date does it), `Z`. */
export function jsonTime(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
