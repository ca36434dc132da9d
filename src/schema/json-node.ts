/** A JSON value that knows where it stands in its file: `offset` counts UTF-16 units from the start of the text. */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonBoolean | JsonNull;

/** Where a value stands. */
interface JsonPlace {
  readonly offset: number;
  /** The file, where it is another than that of the values around it: an overlay put it there. */
  readonly from?: { readonly shown: string; readonly text: string };
}

export interface JsonObject extends JsonPlace {
  readonly kind: "object";
  /** A Map, so that `__proto__` is a key like any other and the order is the file's. */
  readonly members: ReadonlyMap<string, JsonNode>;
}

export interface JsonArray extends JsonPlace {
  readonly kind: "array";
  readonly items: readonly JsonNode[];
}

export interface JsonString extends JsonPlace {
  readonly kind: "string";
  readonly value: string;
}

export interface JsonNumber extends JsonPlace {
  readonly kind: "number";
  readonly value: number;
  /** As written: `value` may have lost digits. */
  readonly text: string;
}

export interface JsonBoolean extends JsonPlace {
  readonly kind: "boolean";
  readonly value: boolean;
}

export interface JsonNull extends JsonPlace {
  readonly kind: "null";
}
