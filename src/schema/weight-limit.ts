import type { CollectedDefinition } from "./collect-definitions.js";
import type { ProblemList } from "./problem-list.js";
import { SchemaReader } from "./schema-reader.js";
import { weighSchema } from "./weigh-schema.js";
import { WorkBudget } from "./work-budget.js";

/** Adds definitions up. Throws once they are too much: a `$ref` to each level of a schema copies all that is below each of them. */
export class WeightLimit {
  readonly #budget = new WorkBudget(MOST_WEIGHT);
  readonly #problems: ProblemList;

  constructor(problems: ProblemList) {
    this.#problems = problems;
  }

  add({ schema, file, node }: CollectedDefinition): void {
    if (this.#budget.spend(weighSchema(schema))) return;
    new SchemaReader(file, this.#problems).error(node, "schema-too-large", `The schemas are too large: with what this place in ${file.shown} adds, their types would fill a hundred megabytes`, "Move what several places share to definitions, and point at those with $ref");
    this.#problems.throwErrors();
  }
}

/** In characters, see `weighSchema`. Honest schemas of 400,000 values weigh a quarter of it. */
const MOST_WEIGHT = 100_000_000;
