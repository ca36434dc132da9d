/** Thrown by `parseJson`: what is wrong, and where in the text. */
export class JsonError extends Error {
  override readonly name = "JsonError";
  readonly code: "invalid-json" | "duplicate-key" | "schema-too-deep";
  /** UTF-16 units from the start of the text. */
  readonly offset: number;

  constructor(code: JsonError["code"], message: string, offset: number) {
    super(message);
    this.code = code;
    this.offset = offset;
  }
}
