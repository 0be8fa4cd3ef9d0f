/** JSON that is written already: an answer passes it on as it is, where `JSON.stringify` would need it read first. */
export class JsonText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** An array of values that are JSON already. */
export function jsonArray(values: readonly string[]): JsonText {
  return new JsonText(`[${values.join(',')}]`);
}
