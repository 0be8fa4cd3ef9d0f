/** The values of a statement whose text depends on what is asked for: `bind` notes one and returns its place in the text, cast. */
export function bindings() {
  const values: (string | number)[] = [];
  const bind = (value: string | number) => `$${values.push(value)}::${typeof value === 'number' ? 'bigint' : 'text'}`;
  return { values, bind };
}
