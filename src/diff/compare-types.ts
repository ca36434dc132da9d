import { toTypeKey } from "../encode.js";
import { type FieldShape, type ObjectShape, type TypeShape, UNKNOWN } from "../type-shape.js";
import type { FoundChange } from "./change.js";
import { printShape } from "./print-shape.js";

/** Declared types by name. */
export type Types = ReadonlyMap<string, TypeShape>;

/** What changed in a type and all that is written in it; what it only names has its own comparison. */
export function compareTypes(name: string, before: Types, after: Types): readonly FoundChange[] {
  const [old, now] = [before.get(name) ?? UNKNOWN, after.get(name) ?? UNKNOWN];
  return new Comparison(before, after).compare(name, "type", old, now);
}

class Comparison {
  readonly #before: Types;
  readonly #after: Types;
  /** Pairs of names that were compared, and so told of: types may hold themselves, and stand in many places. */
  readonly #seen = new Set<string>();

  constructor(before: Types, after: Types) {
    this.#before = before;
    this.#after = after;
  }

  compare(path: string, kind: FoundChange["kind"], before: TypeShape, after: TypeShape): readonly FoundChange[] {
    const [from, to] = [printShape(before), printShape(after)];
    if (from === to) return [];
    if (before.kind === "object" && after.kind === "object") return this.#objects(path, before, after);
    if (before.kind === "list" && after.kind === "list") return this.compare(`${path}[]`, kind, before.items, after.items);
    const pair = alternatives(before, after);
    if (pair) return this.compare(path, kind, ...pair);
    const inside = this.#named(path, kind, before, after);
    return inside ?? [{ change: "changed", kind, name: path, from, to, breaking: !onlyNewValues(before, after) }];
  }

  /** A name that took another's place, or that of what was written out, may stand for the same. */
  #named(path: string, kind: FoundChange["kind"], before: TypeShape, after: TypeShape): readonly FoundChange[] | undefined {
    if (before.kind !== "reference" && after.kind !== "reference") return undefined;
    const [old, now] = [resolve(before, this.#before), resolve(after, this.#after)];
    const pair = `${printShape(before)}\n${printShape(after)}`;
    if (old === undefined || now === undefined || old.kind !== now.kind) return undefined;
    if (this.#seen.has(pair)) return [];
    this.#seen.add(pair);
    return this.compare(path, kind, old, now);
  }

  #objects(path: string, before: ObjectShape, after: ObjectShape): readonly FoundChange[] {
    const [old, now] = [fieldsOf(before), fieldsOf(after)];
    const keys = new Set([...old.keys(), ...now.keys()]);
    return [...keys].flatMap((key) => this.#field(`${path}.${key}`, old.get(key), now.get(key)));
  }

  #field(name: string, before: FieldShape | undefined, after: FieldShape | undefined): readonly FoundChange[] {
    const kind = "field";
    if (before === undefined) return [{ change: "added", kind, name, breaking: false }];
    if (after === undefined) return [{ change: "removed", kind, name, breaking: true }];
    const inside = this.compare(name, kind, before.shape, after.shape);
    if (before.isOptional === after.isOptional) return inside;
    const [from, to] = before.isOptional ? ["optional", "required"] : ["required", "optional"];
    return [{ change: "changed", kind, name, from, to, breaking: after.isOptional }, ...inside];
  }
}

/** By their keys as a type has them: a `*` that is a name stands in quotes. */
function fieldsOf({ fields, others }: ObjectShape): ReadonlyMap<string, FieldShape> {
  const named = [...fields].map(([key, field]) => [toTypeKey(key), field] as const);
  return new Map([...named, ...(others ? [["*", { shape: others, isOptional: false }] as const] : [])]);
}

/** Of two unions that differ in one object or list each, these two. */
function alternatives(before: TypeShape, after: TypeShape): readonly [TypeShape, TypeShape] | undefined {
  if (before.kind !== "union" || after.kind !== "union") return undefined;
  const [old, now] = [without(before.members, after.members), without(after.members, before.members)];
  const [first, second] = [old[0], now[0]];
  return old.length === 1 && now.length === 1 && first && second && isComposite(first) && isComposite(second) ? [first, second] : undefined;
}

function without(members: readonly TypeShape[], others: readonly TypeShape[]): readonly TypeShape[] {
  const texts = new Set(others.map(printShape));
  return members.filter((member) => !texts.has(printShape(member)));
}

function isComposite({ kind }: TypeShape): boolean {
  return kind === "object" || kind === "list" || kind === "reference";
}

function resolve(shape: TypeShape, types: Types): TypeShape | undefined {
  return shape.kind === "reference" && !shape.isPartial ? types.get(shape.name) : shape;
}

/** More values of a type that it had values of: providers add them without notice, so code must expect them. */
function onlyNewValues(before: TypeShape, after: TypeShape): boolean {
  const [old, now] = [membersOf(before), membersOf(after)];
  const kinds = new Set(old.map((member) => (member.kind === "literal" ? typeof member.value : "")));
  const added = without(now, old);
  return without(old, now).length === 0 && added.every((member) => member.kind === "literal" && kinds.has(typeof member.value));
}

function membersOf(shape: TypeShape): readonly TypeShape[] {
  return shape.kind === "union" ? shape.members : [shape];
}
