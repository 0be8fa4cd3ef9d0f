/** JSON that is written already: an answer passes it on as it is, where `JSON.stringify` would need it read first. */
export class JsonText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
