/** A JSON value that knows where it stands in its file: `offset` counts UTF-16 units from the start of the text. */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonBoolean | JsonNull;

export interface JsonObject {
  readonly kind: "object";
  readonly offset: number;
  /** A Map, so that `__proto__` is a key like any other and the order is the file's. */
  readonly members: ReadonlyMap<string, JsonNode>;
}

export interface JsonArray {
  readonly kind: "array";
  readonly offset: number;
  readonly items: readonly JsonNode[];
}

export interface JsonString {
  readonly kind: "string";
  readonly offset: number;
  readonly value: string;
}

export interface JsonNumber {
  readonly kind: "number";
  readonly offset: number;
  readonly value: number;
  /** As written: `value` may have lost digits. */
  readonly text: string;
}

export interface JsonBoolean {
  readonly kind: "boolean";
  readonly offset: number;
  readonly value: boolean;
}

export interface JsonNull {
  readonly kind: "null";
  readonly offset: number;
}
