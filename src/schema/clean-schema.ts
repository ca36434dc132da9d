/**
 * A schema of known keywords only, checked: the part of JSON Schema that says something about types.
 * Whatever a file says besides this (`tsType`, `title`, `x-…`) does not exist from here on.
 */
export interface CleanSchema {
  /** The key of a definition: `push.schema.json#/definitions/user`. */
  readonly reference?: string;
  /** The schema `false`. */
  readonly never?: true;
  readonly types?: readonly JsonType[];
  /** In the file's order. */
  readonly properties?: ReadonlyMap<string, CleanSchema>;
  readonly required?: ReadonlySet<string>;
  /** What keys besides `properties` hold: absent when the schema does not say, or says "anything". */
  readonly otherProperties?: CleanSchema;
  /** The key of the definition of which this object has any keys, none of them required. */
  readonly partialOf?: string;
  readonly items?: CleanSchema;
  /** The first items, each with its own schema; `items` is then the schema of the rest. */
  readonly tuple?: readonly CleanSchema[];
  /** `enum` and `const`. */
  readonly values?: readonly JsonPrimitive[];
  readonly allOf?: readonly CleanSchema[];
  readonly anyOf?: readonly CleanSchema[];
  readonly oneOf?: readonly CleanSchema[];
  /** What a value must meet besides its type. It shapes samples, never types. */
  readonly limits?: SchemaLimits;
  /** As in the file: the printer makes it safe. */
  readonly description?: string;
  readonly deprecated?: true;
}

/** Lengths in characters, bounds inclusive unless they say otherwise. */
export interface SchemaLimits {
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minItems?: number;
}

export type JsonType = "array" | "boolean" | "integer" | "null" | "number" | "object" | "string";

export type JsonPrimitive = string | number | boolean | null;

/** One named schema. */
export interface SchemaDefinition {
  /** The final TypeScript name. */
  readonly name: string;
  readonly schema: CleanSchema;
}
