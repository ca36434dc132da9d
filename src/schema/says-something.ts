import type { CleanSchema, SchemaDefinition } from "./clean-schema.js";

/** Tells which schemas are printed as more than `unknown`. Each is asked once: definitions that are each "all of" the next one twice would be asked for ever. */
export class SaysSomething {
  readonly #definitions: ReadonlyMap<string, SchemaDefinition>;
  readonly #known = new Map<CleanSchema, boolean>();
  #depth = 0;

  constructor(definitions: ReadonlyMap<string, SchemaDefinition>) {
    this.#definitions = definitions;
  }

  of(schema: CleanSchema): boolean {
    const known = this.#known.get(schema);
    if (known !== undefined || this.#depth === MOST_DEPTH) return known ?? true;
    this.#depth += 1;
    const says = this.#ask(schema);
    this.#depth -= 1;
    this.#known.set(schema, says);
    return says;
  }

  /** The choices that are printed: one with "anything" in it is none. */
  choices({ anyOf, oneOf }: CleanSchema): readonly (readonly CleanSchema[])[] {
    const choices = [anyOf, oneOf].filter((choice) => choice !== undefined);
    return choices.filter((choice) => choice.every((branch) => this.of(branch)));
  }

  #ask(schema: CleanSchema): boolean {
    const { never, values, reference, types, properties, otherProperties, items, tuple, allOf = [] } = schema;
    const own = [never, values, types, properties, otherProperties, items, tuple];
    // References do not go round in circles without a property or a list between them.
    const target = this.#definitions.get(reference ?? "");
    if (target !== undefined) return this.of(target.schema);
    return own.some((keyword) => keyword !== undefined) || allOf.some((part) => this.of(part)) || this.choices(schema).length > 0;
  }
}

/** A chain of definitions can be longer than the stack is deep. */
const MOST_DEPTH = 500;
