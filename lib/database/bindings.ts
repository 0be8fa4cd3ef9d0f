/** Collects the values of a dynamic statement: `bind` adds one and returns its cast placeholder. */
export function bindings() {
  const values: (string | number)[] = [];
  const bind = (value: string | number) => `$${values.push(value)}::${typeof value === 'number' ? 'bigint' : 'text'}`;
  return { values, bind };
}
