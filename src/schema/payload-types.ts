/** The payload types of one provider, ready to be chosen from and printed. */
export interface PayloadTypes {
  /** Keyed by event name, in the source's order. Events the provider lists but that have no schema are absent. */
  readonly events: ReadonlyMap<string, EventPayload>;
  /** Every named type the payloads are made of, keyed by its final name. */
  readonly declarations: ReadonlyMap<string, TypeDeclaration>;
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
}
