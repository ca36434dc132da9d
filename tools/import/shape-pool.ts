import { createHash } from "node:crypto";
import type { JsonSchema } from "./json-schema.js";
import { withChildren } from "./schema-children.js";
import { unionOf } from "./union-of.js";

/** An object (or a component's union of objects), kept once however often the source repeats it. */
export interface Shape {
  /** Hash of the structure: the order of keys and the formats play no part. Of a component that holds itself, its reference. */
  readonly id: string;
  readonly isRecursive: boolean;
  /** Inner objects are `$ref`s to the ids of other shapes. */
  schema: JsonSchema;
  /** What the source calls it: component names and titles, each with how often. */
  readonly components: Set<string>;
  readonly titles: Map<string, number>;
}

/** Gives the clean structure of a component. */
export type ReadComponent = (reference: string) => JsonSchema;

/** Holds each distinct object once: structural twins share one shape. */
export class ShapePool {
  readonly shapes: Map<string, Shape> = new Map();
  readonly #components = new Map<string, JsonSchema>();
  readonly #open = new Set<string>();
  readonly #recursive = new Set<string>();
  readonly #readComponent: ReadComponent;
  readonly #titles: ReadonlyMap<JsonSchema, string>;

  constructor(readComponent: ReadComponent, titles: ReadonlyMap<JsonSchema, string> = new Map()) {
    this.#readComponent = readComponent;
    this.#titles = titles;
  }

  /** Adds a schema and all objects in it, and gives it back with `$ref`s to shapes in their place. */
  add(schema: JsonSchema): JsonSchema {
    if (schema.$ref !== undefined) return this.#component(schema.$ref);
    if (schema.anyOf) return unionOf(schema.anyOf.map((branch) => this.add(branch)));
    if (schema.items) return { ...schema, items: this.add(schema.items) };
    if (schema.type !== "object") return schema;
    const shape = this.shape(withChildren(schema, (child) => this.add(child)));
    const title = this.#titles.get(schema);
    if (title) shape.titles.set(title, (shape.titles.get(title) ?? 0) + 1);
    return { $ref: shape.id };
  }

  /** Adds what a component describes, and gives the id of its shape, whatever kind of value it is. */
  root(reference: string): string {
    const added = this.add({ $ref: reference });
    return added.$ref ?? this.shape(added).id;
  }

  /** The shape of a schema whose inner objects are `$ref`s already. */
  shape(schema: JsonSchema, reference?: string): Shape {
    const id = reference ?? createHash("sha256").update(canonical(schema)).digest("hex");
    const known = this.shapes.get(id);
    if (known) known.schema = agreed(known.schema, schema);
    const shape = known ?? { id, isRecursive: reference !== undefined, schema, components: new Set(), titles: new Map() };
    this.shapes.set(id, shape);
    return shape;
  }

  #component(reference: string): JsonSchema {
    const known = this.#components.get(reference);
    if (known && this.#open.has(reference)) this.#recursive.add(reference);
    if (known) return known;
    // A component that holds itself meets this on the way down.
    this.#components.set(reference, { $ref: reference });
    this.#open.add(reference);
    const added = this.add(this.#readComponent(reference));
    this.#open.delete(reference);
    const result = this.#recursive.has(reference) ? this.#holdingItself(added, reference) : this.#holdingOthers(added, reference);
    this.#components.set(reference, result);
    return result;
  }

  #holdingItself(added: JsonSchema, reference: string): JsonSchema {
    const shape = this.shape(this.shapes.get(added.$ref ?? "")?.schema ?? added, reference);
    shape.components.add(nameOf(reference));
    return { $ref: shape.id };
  }

  #holdingOthers(added: JsonSchema, reference: string): JsonSchema {
    if ((added.enum?.length ?? 0) >= LONG_LIST) return this.#list(added, reference);
    const branches = (added.anyOf ?? [added]).filter((branch) => branch.type !== "null");
    const nullable = added.anyOf?.some((branch) => branch.type === "null") ?? false;
    const named = this.#named(branches, reference);
    return named ? unionOf([named, ...(nullable ? [{ type: "null" }] : [])]) : added;
  }

  #list(added: JsonSchema, reference: string): JsonSchema {
    const shape = this.shape(added);
    shape.components.add(nameOf(reference));
    return { $ref: shape.id };
  }

  /** A component's object, or its union of several: what has a name in the source. */
  #named(branches: readonly JsonSchema[], reference: string): JsonSchema | undefined {
    if (!branches.every((branch) => branch.$ref)) return undefined;
    const only = branches.length === 1 ? branches[0]?.$ref : undefined;
    const shape = only ? this.shapes.get(only) : this.shape({ anyOf: branches });
    shape?.components.add(nameOf(reference));
    return shape && { $ref: shape.id };
  }
}

/** Values that are worth a name where a component lists them. */
const LONG_LIST = 8;

function nameOf(reference: string): string {
  return reference.slice(reference.lastIndexOf("/") + 1);
}

/** The text that structural twins have in common. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).toSorted().join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  // A property called "format" holds a schema, the keyword a string.
  const entries = Object.entries(value).filter(([key, held]) => key !== "format" || typeof held !== "string");
  return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).toSorted().join()}}`;
}

/** The first twin, without the formats on which the other differs. */
function agreed(first: JsonSchema, second: JsonSchema): JsonSchema {
  const { format, ...rest } = first;
  const parts: Record<string, unknown> = { ...rest, ...(format !== undefined && format === second.format && { format }) };
  for (const key of ["items", "additionalProperties"] as const) {
    const [a, b] = [first[key], second[key]];
    if (typeof a === "object" && typeof b === "object") parts[key] = agreed(a, b);
  }
  if (first.properties) parts["properties"] = agreedProperties(first.properties, second.properties ?? {});
  return parts as JsonSchema;
}

type Properties = NonNullable<JsonSchema["properties"]>;

function agreedProperties(first: Properties, second: Properties): Properties {
  return Object.fromEntries(Object.entries(first).map(([name, schema]) => [name, agreed(schema, second[name] ?? {})]));
}
