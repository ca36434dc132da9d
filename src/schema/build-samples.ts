import { INHERITED_NAMES } from "../inherited-names.js";
import type { CleanSchema, SchemaDefinition } from "./clean-schema.js";
import type { Sample, SampleValue } from "./payload-types.js";
import { SampleChecks } from "./sample-checks.js";
import { SaysSomething } from "./says-something.js";
import { sampleNumber } from "./sample-number.js";
import { sampleText } from "./sample-text.js";
import { WorkBudget } from "./work-budget.js";

/**
 * An example of each definition (keyed as references say), by its name. Deterministic. A definition that no finite
 * value meets has none. Patterns are not met, and never run: they may be written to take for ever.
 */
export function buildSamples(definitions: ReadonlyMap<string, SchemaDefinition>): ReadonlyMap<string, Sample> {
  return new SampleBuilder(definitions).build();
}

type Fields = ReadonlyMap<string, SampleValue>;

class SampleBuilder {
  readonly #definitions: ReadonlyMap<string, SchemaDefinition>;
  readonly #keys: ReadonlyMap<string, string>;
  /** `undefined` while it is being built, and where there is none. */
  readonly #values = new Map<string, SampleValue | undefined>();
  readonly #says: SaysSomething;
  readonly #checks: SampleChecks;
  /** Definitions whose making led to this one. */
  #depth = 0;
  readonly #budget = new WorkBudget(MOST_WORK);

  constructor(definitions: ReadonlyMap<string, SchemaDefinition>) {
    this.#definitions = definitions;
    this.#keys = new Map([...definitions].map(([key, { name }]) => [name, key]));
    this.#says = new SaysSomething(definitions);
    this.#checks = new SampleChecks({ definitions, sampleOf: (name) => this.#values.get(this.#keys.get(name) ?? "") });
  }

  build(): ReadonlyMap<string, Sample> {
    // One that needed another in the making may be possible once that one is made.
    for (let made = -1; made < this.#made(); ) {
      made = this.#made();
      for (const [key, value] of this.#values) if (value === undefined) this.#values.delete(key);
      for (const key of this.#definitions.keys()) this.#define(key);
    }
    const samples = new Map<string, Sample>();
    for (const [key, { name, schema }] of this.#definitions) {
      const value = this.#values.get(key);
      if (value !== undefined) samples.set(name, { value, isPlain: this.#isPlain(schema, value) });
    }
    return samples;
  }

  #made(): number {
    return [...this.#values.values()].filter((value) => value !== undefined).length;
  }

  #define(key: string): SampleValue | undefined {
    const definition = this.#definitions.get(key);
    if (definition === undefined || this.#values.has(key) || this.#depth === MOST_DEPTH) return this.#values.get(key);
    this.#values.set(key, undefined);
    this.#depth += 1;
    const value = this.#value(definition.schema, "");
    this.#depth -= 1;
    if (value === undefined || !this.#checks.fits(value, definition.schema)) return undefined;
    this.#values.set(key, value);
    return value;
  }

  #value(schema: CleanSchema, name: string): SampleValue | undefined {
    if (schema.never || !this.#budget.spend(1)) return undefined;
    if (schema.values) return schema.values.find((value) => value !== null) ?? schema.values[0];
    if (schema.reference !== undefined) return this.#reference(schema.reference);
    const parts = [...(schema.allOf ?? []).filter((part) => this.#says.of(part)), ...this.#says.choices(schema)];
    if (parts.length === 0) return this.#ofType(schema, name);
    if (parts.length === 1 && !schema.properties) return this.#part(parts[0] as Part, name);
    return this.#merge(schema, parts, name);
  }

  #reference(key: string): SampleValue | undefined {
    const value = this.#define(key);
    const target = this.#definitions.get(key);
    // A type that says nothing is `unknown`: its function's result could be put nowhere.
    return value === undefined || !target || !this.#says.of(target.schema) ? value : { sampleOf: target.name };
  }

  /** A schema, or a choice: the first of it that can be, null last. */
  #part(part: Part, name: string): SampleValue | undefined {
    if (!isChoice(part)) return this.#value(part, name);
    const values = part.map((branch) => this.#value(branch, name)).filter((value) => value !== undefined);
    return values.find((value) => value !== null) ?? values[0];
  }

  /** What meets several schemas at once: their fields together. */
  #merge(schema: CleanSchema, parts: readonly Part[], name: string): SampleValue | undefined {
    const own = schema.properties ? [this.#object(schema)] : [];
    const values = [...own, ...parts.map((part) => this.#part(part, name))];
    const fields = new Map<string, SampleValue>();
    for (const value of values) {
      const more = this.#fieldsOf(value);
      if (more === undefined || !this.#budget.spend(more.size)) return undefined;
      for (const [key, field] of more) fields.set(key, field);
    }
    return { fields };
  }

  #fieldsOf(value: SampleValue | undefined): Fields | undefined {
    let whole = value;
    while (typeof whole === "object" && whole !== null && "sampleOf" in whole) {
      whole = this.#budget.spend(1) ? this.#values.get(this.#keys.get(whole.sampleOf) ?? "") : undefined;
    }
    return typeof whole === "object" && whole !== null && "fields" in whole ? whole.fields : undefined;
  }

  #ofType(schema: CleanSchema, name: string): SampleValue | undefined {
    const { limits = {}, types = [] } = schema;
    switch (types.find((type) => type !== "null") ?? types[0] ?? guessType(schema)) {
      case "string":
        return sampleText(name, limits);
      case "integer":
        return sampleNumber(limits, true);
      case "number":
        return sampleNumber(limits, false);
      case "boolean":
        return false;
      case "null":
        return null;
      case "array":
        return this.#array(schema, name) ?? (types.includes("null") ? null : undefined);
      default:
        return this.#object(schema) ?? (types.includes("null") ? null : undefined);
    }
  }

  #object({ properties = new Map(), required }: CleanSchema): SampleValue | undefined {
    const fields = new Map<string, SampleValue>();
    for (const [name, schema] of properties) {
      // An object that requires nothing would be an empty example: it shows all it can.
      if (required && !required.has(name) && !INHERITED_NAMES.has(name)) continue;
      const value = this.#value(schema, name);
      if (value !== undefined) fields.set(name, value);
      else if (required?.has(name)) return undefined;
    }
    return { fields };
  }

  #isPlain(schema: CleanSchema, value: SampleValue): boolean {
    const isObject = typeof value === "object" && value !== null && "fields" in value;
    const isSimple = schema.properties !== undefined && !schema.allOf && (schema.types?.length ?? 1) === 1;
    return isObject && isSimple && this.#says.choices(schema).length === 0;
  }

  #array({ items, tuple, limits }: CleanSchema, name: string): SampleValue | undefined {
    const first = tuple?.map((item) => this.#value(item, name)) ?? [];
    if (first.some((value) => value === undefined)) return undefined;
    const known = first.filter((value) => value !== undefined);
    const least = Math.min(limits?.minItems ?? 0, MOST_ITEMS);
    const rest = tuple ? undefined : this.#value(items ?? {}, name);
    if (rest !== undefined) return { items: Array.from({ length: Math.max(least, items ? 1 : 0) }, () => rest) };
    return known.length >= least ? { items: known } : undefined;
  }
}

/** Chains of definitions can be longer than the stack is deep. */
const MOST_DEPTH = 200;

/** Schemas can be written so that samples take for ever: then the ones not yet made are left out. */
const MOST_WORK = 5_000_000;

/** A schema asking for more gets an example that is too short. */
const MOST_ITEMS = 10;

/** A schema, or several of which one is enough. */
type Part = CleanSchema | readonly CleanSchema[];

function isChoice(part: Part): part is readonly CleanSchema[] {
  return Array.isArray(part);
}

function guessType({ tuple, items }: CleanSchema): "array" | "object" {
  return tuple || items ? "array" : "object";
}
