import type { Scalar } from "./json-schema.js";

/** What the maintainers say about a source, kept beside its schemas as `overlay.yaml`. */
export interface Overlay {
  /** The provider's page on an event, with `{event}` for its name. */
  readonly docs: string;
  /** Event → its page, where that is another one. */
  readonly pages?: Readonly<Record<string, string>>;
  /** Event → our one sentence on it. */
  readonly descriptions: Readonly<Record<string, string>>;
  /** Repairs of the source, made before anything is read from it. */
  readonly patches?: readonly Patch[];
  /** Objects that the source writes out many times with small omissions, and that are to be one type. */
  readonly unify?: readonly Family[];
  /** Place (`PushPayload.repository`) → the type's name there, where the derived one would not do. */
  readonly names?: Readonly<Record<string, string>>;
}

/** One repair. */
export interface Patch {
  /** JSON pointers into the source. */
  readonly at: string | readonly string[];
  readonly op: "add" | "replace" | "remove";
  readonly value?: PatchValue;
  readonly why: string;
}

export type PatchValue = Scalar | readonly PatchValue[] | { readonly [key: string]: PatchValue };

/** The members of one type: objects with the title that are no component, and the components listed. */
export interface Family {
  readonly title: string;
  readonly components?: readonly string[];
  readonly why: string;
}
