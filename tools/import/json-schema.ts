/** The part of JSON Schema draft-07 that our payload schemas are written in: structure, no prose. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly Scalar[];
  readonly const?: Scalar;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  /** No value at all. */
  readonly not?: Readonly<Record<string, never>>;
  /** Beside `type: object`: the keys are the other schema's, none of them required. */
  readonly "x-partial-of"?: JsonSchema;
}

export type Scalar = string | number | boolean | null;
