import type { Scalar } from "./json-schema.js";

/** The part of an OpenAPI 3.0 or 3.1 schema object that the importers read, and what TypeScript types need beyond it. */
export interface SourceSchema {
  readonly $ref?: string;
  readonly title?: string;
  readonly type?: string | readonly string[];
  readonly nullable?: boolean;
  readonly format?: string;
  readonly enum?: readonly Scalar[];
  readonly const?: Scalar;
  readonly properties?: Readonly<Record<string, SourceSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | SourceSchema;
  readonly items?: SourceSchema;
  readonly anyOf?: readonly SourceSchema[];
  readonly oneOf?: readonly SourceSchema[];
  readonly allOf?: readonly SourceSchema[];
  /** No value at all: beside others in a union, a key of this type tells the others by its absence. */
  readonly never?: true;
  /** An object with any of the keys of another one. */
  readonly partialOf?: SourceSchema;
}
