import type { SpecCall, SpecObject, SpecReference, SpecValue } from "./spec-value.js";

/** A call of a runtime function. */
export function call(name: string, ...values: readonly SpecValue[]): SpecCall {
  return { call: name, arguments: values };
}

/** A constant of the runtime. */
export function reference(name: string): SpecReference {
  return { reference: name };
}

/** An object literal of what is given; entries without a value are left out. */
export function object(entries: Readonly<Record<string, SpecValue | undefined>> | ReadonlyMap<string, SpecValue>): SpecObject {
  if (entries instanceof Map) return { entries };
  return { entries: new Map(Object.entries(entries).filter((entry): entry is [string, SpecValue] => entry[1] !== undefined)) };
}

/** The object literal as a last argument: none when it would be empty. */
export function optional(entries: Readonly<Record<string, SpecValue | undefined>>): readonly SpecObject[] {
  const literal = object(entries);
  return literal.entries.size === 0 ? [] : [literal];
}
