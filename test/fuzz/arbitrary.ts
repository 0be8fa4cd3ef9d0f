import fc from 'fast-check';

/** A JSON Schema of openapi.json. */
export type JsonSchema = Readonly<Record<string, unknown>>;

// Inputs that have broken other programs: SQL, markup, templates, paths, formats, invalid numbers and deceptive characters.
const awkward = [
  ...[
    '',
    ' ',
    '0',
    '-1',
    '1e3',
    '0x10',
    '1.5',
    'NaN',
    'null',
    'true',
    'undefined',
    '9007199254740993',
    '9'.repeat(400),
    '__proto__',
    'constructor',
  ],
  ...[
    "'",
    "' or 1=1 --",
    "'; drop table orders; --",
    '$1',
    '%',
    '_',
    '\\',
    '\\u0000',
    '%00',
    '{{7*7}}',
    '#{7*7}',
    '<script>alert(1)</script>',
  ],
  ...[
    '../../etc/passwd',
    '\u0000',
    '\u200b',
    '\ud800',
    '\uffff',
    'İ',
    '𝒳',
    '👩‍👩‍👧',
    '\r\nX-Injected: 1',
    'a'.repeat(5000),
    '=1+1',
    '2026-13',
    '٣',
  ],
];

// Any code point except the surrogates.
const character = fc.nat(0x10ffff - 0x800).map((rank) => String.fromCodePoint(rank < 0xd800 ? rank : rank + 0x800));

/** Text of any characters. `fc.string({ unit: 'binary' })` would first build a table of all characters, which takes one second of CPU. */
export function anyText(maxLength: number): fc.Arbitrary<string> {
  return fc.array(character, { maxLength }).map((characters) => characters.join(''));
}

/** Text that no schema expects. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(fc.constantFrom(...awkward), anyText(60));

/** Values that a schema allows. Throws for a schema that it does not support, so that no schema is skipped. */
export function valid(schema: JsonSchema): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema['const']);
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...schema['enum']);
  const variants = schema['anyOf'] ?? schema['oneOf'];
  if (Array.isArray(variants)) return fc.oneof(...variants.map(valid));
  const { type, minimum, maximum, minLength, maxLength, minItems, maxItems, pattern } = schema;
  if (type === 'null') return fc.constant(null);
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer') {
    const [min, max] = [numberOr(minimum, 0), numberOr(maximum, Number.MAX_SAFE_INTEGER)];
    // Most integers are in the range of the existing IDs. Otherwise no order would ever be placed.
    return fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: Math.max(min, -240), max: Math.min(max, 240) }) },
      { weight: 1, arbitrary: fc.bigInt({ min: BigInt(min), max: BigInt(max) }).map(Number) },
    );
  }
  if (type === 'string') {
    // The pattern would generate email addresses with invalid domains, so no customer would ever register.
    if (schema['format'] === 'email') return fc.emailAddress();
    if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern));
    return fc.string({ minLength: numberOr(minLength, 0), maxLength: numberOr(maxLength, 40) });
  }
  if (type === 'array') {
    const most = Math.min(numberOr(maxItems, 5), 5);
    return fc.array(valid(schemaOf(schema['items'])), { minLength: numberOr(minItems, 0), maxLength: most });
  }
  if (type === 'object') {
    const properties = Object.entries(schemaOf(schema['properties'])).map(([name, of]) => [name, valid(schemaOf(of))] as const);
    const required = Array.isArray(schema['required']) ? schema['required'] : [];
    return fc.record(Object.fromEntries(properties), { requiredKeys: required });
  }
  throw new Error(`test/fuzz/arbitrary.ts does not support the schema ${JSON.stringify(schema)}`);
}

/** Values that mostly violate the schema: another type, a hostile text, an extra field or a missing one. */
export function broken(schema: JsonSchema): fc.Arbitrary<unknown> {
  const anything = fc.oneof(
    hostileText,
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom(0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER + 1, [], {}, null, true),
  );
  return fc.oneof(
    anything,
    fc.tuple(valid(schema), hostileText, anything).map(([value, name, more]) => changed(value, name, more)),
  );
}

/** Returns the value with one change at any depth: a part is replaced, a field is added, or an array is extended. */
function changed(value: unknown, name: string, more: unknown): unknown {
  if (Array.isArray(value))
    return value.length === 0 || name.length % 3 === 0
      ? [...value, ...value, more]
      : value.map((one, index) => (index === 0 ? changed(one, name, more) : one));
  if (typeof value !== 'object' || value === null) return more;
  const keys = Object.keys(value);
  const key = keys[name.length % (keys.length + 1)];
  if (key === undefined) return { ...value, [name]: more };
  return { ...value, [key]: changed(Reflect.get(value, key), name.slice(1), more) };
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

function schemaOf(value: unknown): JsonSchema {
  if (typeof value !== 'object' || value === null) throw new Error(`no schema: ${JSON.stringify(value)}`);
  return { ...value };
}
