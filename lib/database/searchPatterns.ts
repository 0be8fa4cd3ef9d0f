/**
 * Returns the `ilike` patterns of a search text, in which `%` and `_` have no special meaning. There are up to three patterns: the text as given,
 * composed (NFC) and decomposed (NFD), because `é` may be one character or two. A condition on `normalize(name)` would read every row, because the
 * trigram index contains the names as stored.
 */
export function searchPatterns(text: string): string[] {
  const forms = new Set([text, text.normalize('NFC'), text.normalize('NFD')]);
  return Array.from(forms, (form) => `%${form.replace(/[\\%_]/g, '\\$&')}%`);
}
