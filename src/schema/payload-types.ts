/** The payload types of one provider, ready to be chosen from and printed. */
export interface PayloadTypes {
  /** Keyed by event name, in the source's order. Events the provider lists but that have no schema are absent. */
  readonly events: ReadonlyMap<string, EventPayload>;
  /** Every named type the payloads are made of, keyed by its final name. */
  readonly declarations: ReadonlyMap<string, TypeDeclaration>;
  /** An example of each declaration that can have one, keyed by its name. Empty unless they were asked for. */
  readonly samples: ReadonlyMap<string, Sample>;
  /** The provider's version of what built-in schemas describe, where it has one: `2026-10-28.endive`. */
  readonly apiVersion?: string;
}

export interface EventPayload {
  /** Our one sentence on the event, without the event's name: "Someone pushed commits or tags." */
  readonly description?: string;
  /** The provider's page on this event. */
  readonly docs?: string;
  /** Name of the payload's declaration when the event has no actions, or besides them. */
  readonly payload?: string;
  /** Action → name of its payload's declaration, in the source's order. */
  readonly actions: ReadonlyMap<string, string>;
}

/** One `export interface X { … }` or `export type X = …;`. */
export interface TypeDeclaration {
  readonly name: string;
  /** Formatted TypeScript, JSDoc included, no trailing newline. */
  readonly text: string;
  /** Names of the other declarations it mentions, in order of appearance. */
  readonly references: readonly string[];
  /** It came with the package, and was found to be inert when that was built. */
  readonly isChecked?: true;
}

/** An example value of a declaration. */
export interface Sample {
  readonly value: SampleValue;
  /** It is an object of known keys and no choice between several: some of its keys can be replaced. */
  readonly isPlain: boolean;
}

/** A JSON value, in parts where another declaration's sample stands. */
export type SampleValue =
  | string
  | number
  | boolean
  | null
  | { readonly items: readonly SampleValue[] }
  | { readonly fields: ReadonlyMap<string, SampleValue> }
  | { readonly sampleOf: string };
