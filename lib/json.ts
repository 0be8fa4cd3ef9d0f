/** Serialised JSON, which a response includes without parsing it. */
export class JsonText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
