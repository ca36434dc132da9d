import { createHash } from "node:crypto";
import type { JsonSchema } from "./json-schema.js";
import { withChildren } from "./schema-children.js";
import { unionOf } from "./union-of.js";

/** An object (or a component's union of objects), kept once however often the source repeats it. */
export interface Shape {
  /** Hash of the structure: the order of keys and the formats play no part. */
  readonly id: string;
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

  /** The shape of a schema whose inner objects are `$ref`s already. */
  shape(schema: JsonSchema): Shape {
    const id = createHash("sha256").update(canonical(schema)).digest("hex");
    const known = this.shapes.get(id);
    if (known) known.schema = agreed(known.schema, schema);
    const shape = known ?? { id, schema, components: new Set(), titles: new Map() };
    this.shapes.set(id, shape);
    return shape;
  }

  #component(reference: string): JsonSchema {
    const known = this.#components.get(reference);
    if (known) return known;
    // A component that holds itself meets this on the way down.
    this.#components.set(reference, { $ref: reference });
    const added = this.add(this.#readComponent(reference));
    const branches = (added.anyOf ?? [added]).filter((branch) => branch.type !== "null");
    const nullable = added.anyOf?.some((branch) => branch.type === "null") ?? false;
    const named = this.#named(branches, reference);
    const result = named ? unionOf([named, ...(nullable ? [{ type: "null" }] : [])]) : added;
    this.#components.set(reference, result);
    return result;
  }

  /** A component's object, or its union of several: what has a name in the source. */
  #named(branches: readonly JsonSchema[], reference: string): JsonSchema | undefined {
    if (!branches.every((branch) => branch.$ref)) return undefined;
    const only = branches.length === 1 ? branches[0]?.$ref : undefined;
    const shape = only ? this.shapes.get(only) : this.shape({ anyOf: branches });
    shape?.components.add(reference.slice(reference.lastIndexOf("/") + 1));
    return shape && { $ref: shape.id };
  }
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
