import type { JSONSchema } from "json-schema-to-typescript";
import type { CleanSchema, SchemaDefinition } from "./clean-schema.js";

/** What an opaque identifier of the encoded schema stands for. */
export interface EncodedName {
  readonly name: string;
  readonly description?: string;
  readonly deprecated?: true;
}

export interface EncodedSchemas {
  readonly root: JSONSchema;
  /** `D0` → the definition's final name and notes. */
  readonly definitions: ReadonlyMap<string, EncodedName>;
  /** `p0` → one property of one object. */
  readonly properties: ReadonlyMap<string, EncodedName>;
}

/**
 * Writes the schemas for json-schema-to-typescript with opaque identifiers for all names, no descriptions and no
 * `$ref`: it sees no text of the user's but the values of enums, resolves nothing, and can rename nothing.
 */
export function encodeSchemas(definitions: ReadonlyMap<string, SchemaDefinition>): EncodedSchemas {
  return new SchemaEncoder(definitions).encode();
}

class SchemaEncoder {
  readonly #schemas: ReadonlyMap<string, SchemaDefinition>;
  readonly #ids: ReadonlyMap<string, string>;
  readonly #properties = new Map<string, EncodedName>();

  constructor(schemas: ReadonlyMap<string, SchemaDefinition>) {
    this.#schemas = schemas;
    this.#ids = new Map([...schemas.keys()].map((key, index) => [key, `D${index}`]));
  }

  encode(): EncodedSchemas {
    const definitions = new Map<string, EncodedName>();
    const root: Record<string, JSONSchema> = {};
    for (const [key, { name, schema }] of this.#schemas) {
      const id = this.#ids.get(key) ?? "";
      definitions.set(id, named(name, schema));
      root[id] = this.#schema(schema);
    }
    return { root: { definitions: root }, definitions, properties: this.#properties };
  }

  #schema(schema: CleanSchema): JSONSchema {
    if (schema.never) return NEVER;
    const combined = [
      ...(schema.reference === undefined ? [] : [opaque(this.#ids.get(schema.reference) ?? "unknown")]),
      ...(schema.allOf ?? []).map((part) => this.#schema(part)),
      ...[schema.anyOf ?? [], schema.oneOf ?? []].map((parts) => this.#union(parts)),
    ].filter(saysSomething);
    const own = this.#own(schema, combined.length > 0);
    const parts = [own, ...combined].filter(saysSomething);
    return parts.length > 1 ? { allOf: parts } : (parts[0] ?? {});
  }

  #union(parts: readonly CleanSchema[]): JSONSchema {
    const members = parts.map((part) => this.#schema(part));
    // A union with "anything" in it is anything.
    return members.every(saysSomething) && members.length > 0 ? { anyOf: members } : {};
  }

  /** What the schema says besides combining others. */
  #own(schema: CleanSchema, combines: boolean): JSONSchema {
    if (schema.values) return { enum: [...schema.values] };
    const ofObject = schema.properties !== undefined || schema.otherProperties !== undefined || schema.partialOf !== undefined;
    const ofArray = schema.items !== undefined || schema.tuple !== undefined;
    const types = schema.types ?? [...(ofObject ? ["object" as const] : []), ...(ofArray ? ["array" as const] : [])];
    // `type: object` beside an allOf only repeats what its parts say.
    if (combines && !ofObject && !ofArray && types.some((type) => type === "object" || type === "array")) return {};
    const own = types.map((type) => {
      if (type === "object") return this.#object(schema);
      return type === "array" ? this.#array(schema) : ({ type } satisfies JSONSchema);
    });
    return own.length > 1 ? { anyOf: own } : (own[0] ?? {});
  }

  #object({ properties, required, otherProperties, partialOf }: CleanSchema): JSONSchema {
    if (partialOf !== undefined) return opaque(`Partial<${this.#ids.get(partialOf) ?? "unknown"}>`);
    const encoded: Record<string, JSONSchema> = {};
    const requiredIds: string[] = [];
    for (const [name, schema] of properties ?? []) {
      const id = `p${this.#properties.size}`;
      this.#properties.set(id, named(name, schema));
      encoded[id] = this.#schema(schema);
      if (required?.has(name)) requiredIds.push(id);
    }
    const others = otherProperties && this.#schema(otherProperties);
    if (!properties) return { type: "object", additionalProperties: others ?? true };
    // "And anything else" beside known keys is left out: it would let a misspelt key through.
    return { type: "object", properties: encoded, required: requiredIds, additionalProperties: others && saysSomething(others) ? others : false };
  }

  #array({ items, tuple }: CleanSchema): JSONSchema {
    const rest = items && this.#schema(items);
    if (tuple) return { type: "array", items: tuple.map((item) => this.#schema(item)), additionalItems: rest ?? false };
    return rest ? { type: "array", items: rest } : { type: "array" };
  }
}

const NEVER: JSONSchema = opaque("never");

/** Printed as it is: only ever identifiers of ours. */
function opaque(text: string): JSONSchema {
  return { tsType: text };
}

function saysSomething(schema: JSONSchema): boolean {
  return Object.keys(schema).length > 0;
}

function named(name: string, { description, deprecated }: CleanSchema): EncodedName {
  return { name, ...(description !== undefined && { description }), ...(deprecated && { deprecated }) };
}
