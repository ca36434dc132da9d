import { INHERITED_NAMES } from "../inherited-names.js";
import type { CleanSchema, SchemaDefinition } from "./clean-schema.js";
import { type Keys, KnownKeys, NO_KEYS } from "./known-keys.js";
import type { SampleValue } from "./payload-types.js";
import { WorkBudget } from "./work-budget.js";

/** What a sample is checked with. */
export interface SampleParts {
  readonly definitions: ReadonlyMap<string, SchemaDefinition>;
  /** The sample of a definition, by the definition's name. */
  readonly sampleOf: (name: string) => SampleValue | undefined;
}

/** Schemas can be written so that a check takes for ever: then the answer is no. */
const MOST_STEPS = 20_000;

/** For all checks together: their steps, and the keys that are looked through. */
const MOST_WORK = 5_000_000;

/** Tells whether a value is of the type that is printed for a schema. Schemas can contradict themselves: no value fits those. */
export class SampleChecks {
  readonly #parts: SampleParts;
  readonly #budget = new WorkBudget(MOST_WORK);
  readonly #keys: KnownKeys;
  #steps = 0;

  constructor(parts: SampleParts) {
    this.#parts = parts;
    this.#keys = new KnownKeys(parts.definitions, this.#budget);
  }

  fits(value: SampleValue, schema: CleanSchema): boolean {
    this.#steps = 0;
    return this.#fits(value, schema);
  }

  /** `known` are the keys that schemas beside this one speak of: TypeScript takes no others from a literal. */
  #fits(value: SampleValue | undefined, schema: CleanSchema, known: Keys = NO_KEYS): boolean {
    this.#steps += 1;
    if (value === undefined || schema.never || this.#steps > MOST_STEPS || !this.#budget.spend(1)) return false;
    const { reference, values, allOf = [], anyOf, oneOf } = schema;
    const choices = [anyOf, oneOf].filter((choice) => choice !== undefined);
    const shared = this.#keys.join(known, schema);
    return (
      shared !== undefined &&
      (reference === undefined || this.#fitsReference(value, reference, shared)) &&
      (values === undefined || values.includes(value as string)) &&
      allOf.every((part) => this.#fits(value, part, shared)) &&
      choices.every((choice) => choice.some((part) => this.#fits(value, part, shared))) &&
      !(isNamed(value) && takesAnyKey(schema)) &&
      this.#fitsType(this.#whole(value), schema, choices.length > 0 ? "any" : shared)
    );
  }

  #fitsReference(value: SampleValue, key: string, known: Keys): boolean {
    const target = this.#parts.definitions.get(key);
    if (target === undefined) return false;
    const isItsOwn = isNamed(value) && value.sampleOf === target.name;
    return isItsOwn || this.#fits(value, target.schema, known);
  }

  #whole(value: SampleValue): SampleValue | undefined {
    let whole: SampleValue | undefined = value;
    while (isNamed(whole)) whole = this.#budget.spend(1) ? (this.#parts.sampleOf(whole.sampleOf) ?? null) : undefined;
    return whole;
  }

  #fitsType(value: SampleValue | undefined, schema: CleanSchema, known: Keys): boolean {
    const types = schema.types ?? impliedTypes(schema);
    if (types.length > 0 && !types.some((type) => isOfType(value, type))) return false;
    if (typeof value !== "object" || value === null) return true;
    if ("fields" in value) return this.#fitsObject(value.fields, schema, known);
    return !("items" in value) || this.#fitsArray(value.items, schema);
  }

  #fitsObject(fields: ReadonlyMap<string, SampleValue>, { properties, required, otherProperties }: CleanSchema, known: Keys): boolean {
    if (!this.#budget.spend(fields.size + (required?.size ?? 0) + (properties?.size ?? 0))) return false;
    if (known !== "any" && known.size > 0 && [...fields.keys()].some((name) => !known.has(name))) return false;
    const needed = [...(required ?? []), ...[...(properties?.keys() ?? [])].filter((name) => INHERITED_NAMES.has(name))];
    if (needed.some((name) => !fields.has(name))) return false;
    return [...fields].every(([name, field]) => {
      const schema = properties?.get(name) ?? otherProperties;
      return schema === undefined || this.#fits(field, schema);
    });
  }

  #fitsArray(items: readonly SampleValue[], { items: rest, tuple = [] }: CleanSchema): boolean {
    if (items.length < tuple.length) return false;
    return items.every((item, index) => {
      const schema = tuple[index] ?? rest;
      return schema === undefined || this.#fits(item, schema);
    });
  }
}

/** Whether the value is another function's, whose type is an interface. */
function isNamed(value: SampleValue | undefined): value is { readonly sampleOf: string } {
  return typeof value === "object" && value !== null && "sampleOf" in value;
}

/** Whether a schema is printed with an index signature: TypeScript takes no interface there, only literals. */
function takesAnyKey({ properties, otherProperties, types = [] }: CleanSchema): boolean {
  return otherProperties !== undefined || (types.includes("object") && !properties);
}

/** A schema that speaks of keys or items is printed as an object or a list. */
function impliedTypes({ properties, otherProperties, items, tuple }: CleanSchema): readonly string[] {
  return [...(properties || otherProperties ? ["object"] : []), ...(items || tuple ? ["array"] : [])];
}

function isOfType(value: SampleValue | undefined, type: string): boolean {
  if (value === null) return type === "null";
  if (typeof value === "number") return type === "number" || (type === "integer" && Number.isInteger(value));
  if (typeof value !== "object") return typeof value === type;
  return type === ("items" in value ? "array" : "object");
}
