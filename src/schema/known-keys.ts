import type { CleanSchema, SchemaDefinition } from "./clean-schema.js";
import type { WorkBudget } from "./work-budget.js";

/** `any` where a schema lets every key through. */
export type Keys = ReadonlySet<string> | "any";

export const NO_KEYS: Keys = new Set();

/** The keys that schemas speak of, found once for each. Where that is too much work they are undefined. */
export class KnownKeys {
  readonly #definitions: ReadonlyMap<string, SchemaDefinition>;
  readonly #budget: WorkBudget;
  readonly #keys = new Map<CleanSchema, Keys>();
  #depth = 0;

  constructor(definitions: ReadonlyMap<string, SchemaDefinition>, budget: WorkBudget) {
    this.#definitions = definitions;
    this.#budget = budget;
  }

  /** The keys of a schema and all it is joined with; `any` where others may stand. Branches of choices are left out. */
  of(schema: CleanSchema): Keys | undefined {
    const known = this.#keys.get(schema);
    if (known !== undefined || this.#depth === MOST_DEPTH) return known;
    this.#depth += 1;
    const keys = this.#collect(schema);
    this.#depth -= 1;
    if (keys) this.#keys.set(schema, keys);
    return keys;
  }

  /** Adds the keys of a schema to those that are known from beside it. */
  join(known: Keys, schema: CleanSchema): Keys | undefined {
    const own = this.of(schema);
    if (own === undefined || own === "any" || known === "any") return own && "any";
    if (known.size === 0) return own;
    // Mostly nothing is new: then nothing is copied.
    if (this.#budget.spend(own.size) && [...own].every((name) => known.has(name))) return known;
    return this.#budget.spend(known.size) ? new Set([...known, ...own]) : undefined;
  }

  #collect({ reference, properties, otherProperties, allOf = [] }: CleanSchema): Keys | undefined {
    if (otherProperties) return "any";
    const keys = new Set(properties?.keys());
    const target = this.#definitions.get(reference ?? "")?.schema;
    for (const part of target ? [target, ...allOf] : allOf) {
      const more = this.of(part);
      if (more === undefined || more === "any") return more;
      if (!this.#budget.spend(more.size)) return undefined;
      for (const key of more) keys.add(key);
    }
    return keys;
  }
}

/** A chain of definitions can be longer than the stack is deep. */
const MOST_DEPTH = 500;
