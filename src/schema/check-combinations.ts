import type { CleanSchema } from "./clean-schema.js";
import type { CollectedDefinition } from "./collect-definitions.js";
import type { ProblemList } from "./problem-list.js";
import { SchemaReader } from "./schema-reader.js";

/** Reports definitions that say "one of these" several times at once, so often that no TypeScript compiler counts the combinations. */
export function checkCombinations(definitions: ReadonlyMap<string, CollectedDefinition>, problems: ProblemList): void {
  const counter = new BranchCounter(definitions);
  for (const { schema, file, node } of definitions.values()) {
    if (!counter.isTooMuch(schema)) continue;
    new SchemaReader(file, problems).error(node, "too-many-combinations", `A schema in ${file.shown} must be one of several schemas, several times at once: that is more than ${MOST_COMBINATIONS} combinations`, "Write out the combinations that exist under one anyOf");
  }
}

/** TypeScript refuses a hundred thousand (TS2590), and is slow long before. */
const MOST_COMBINATIONS = 10_000;

/** A chain of definitions can be longer than the stack is deep. */
const MOST_DEPTH = 500;

class BranchCounter {
  readonly #definitions: ReadonlyMap<string, CollectedDefinition>;
  readonly #counts = new Map<CleanSchema, number>();
  #depth = 0;

  constructor(definitions: ReadonlyMap<string, CollectedDefinition>) {
    this.#definitions = definitions;
  }

  /** Whether the schema, or one that is written in it, combines too much. */
  isTooMuch(schema: CleanSchema): boolean {
    if (this.#combines(schema)) return true;
    const { properties, otherProperties, items, tuple = [], allOf = [], anyOf = [], oneOf = [] } = schema;
    const inner = [...(properties?.values() ?? []), ...tuple, ...allOf, ...anyOf, ...oneOf, otherProperties, items];
    return inner.some((part) => part !== undefined && this.isTooMuch(part));
  }

  #combines(schema: CleanSchema): boolean {
    const factors = this.#factors(schema).filter((count) => count > 1);
    return factors.length > 1 && product(factors) > MOST_COMBINATIONS;
  }

  /** How many branches there are of each that a value must meet. */
  #factors({ reference, allOf = [], anyOf, oneOf }: CleanSchema): readonly number[] {
    const target = this.#definitions.get(reference ?? "")?.schema;
    const choices = [anyOf, oneOf].filter((choice) => choice !== undefined);
    const sums = choices.map((choice) => choice.reduce((sum, branch) => sum + this.#count(branch), 0));
    return [...(target ? [target, ...allOf] : allOf).map((part) => this.#count(part)), ...sums];
  }

  /** Values and plain types count once: TypeScript combines them at once. */
  #count(schema: CleanSchema): number {
    const known = this.#counts.get(schema);
    if (known !== undefined || this.#depth === MOST_DEPTH) return known ?? 1;
    this.#depth += 1;
    const count = isNull(schema) ? 0 : product(this.#factors(schema));
    this.#depth -= 1;
    this.#counts.set(schema, count);
    return count;
  }
}

/** A choice of null and one other schema has one branch that counts, a choice of nulls none that matters. */
function product(factors: readonly number[]): number {
  return factors.reduce((count, factor) => Math.min(count * Math.max(factor, 1), Number.MAX_SAFE_INTEGER), 1);
}

function isNull({ types, values, properties }: CleanSchema): boolean {
  return !properties && ((types?.length === 1 && types[0] === "null") || (values?.length === 1 && values[0] === null));
}
