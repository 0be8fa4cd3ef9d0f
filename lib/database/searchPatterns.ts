/**
 * Returns the `ilike` patterns of a search text, in which `%` and `_` are literal: as given, composed (NFC) and decomposed (NFD), because `é` may be
 * one character or two. Each is searched for separately: the trigram index holds the columns as stored, and `normalize(name)` would read every row.
 */
export function searchPatterns(text: string): string[] {
  const forms = new Set([text, text.normalize('NFC'), text.normalize('NFD')]);
  return Array.from(forms, (form) => `%${form.replace(/[\\%_]/g, '\\$&')}%`);
}
