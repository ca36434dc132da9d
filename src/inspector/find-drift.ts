import { printShape } from "../diff/print-shape.js";
import type { ObjectShape, TypeShape } from "../type-shape.js";

/** A place where a payload is not what its type says. */
export interface Drift {
  /** `pull_request.user.login`; of all items of a list, `commits[]`. */
  readonly path: string;
  readonly kind: "unknown field" | "missing field" | "other type" | "new value";
  readonly expected: string;
  readonly found: string;
}

/** Differences that are told: a payload of another event altogether has thousands. */
const MOST = 100;

/** Levels of a payload that are looked at. */
const DEEPEST = 100;

/** Values that are looked at, again for each alternative: a payload made for it could keep this busy for ever. */
const MOST_LOOKS = 200_000;

/** Compares a payload with its generated type: each place that differs, once for all items of a list. */
export function findDrift(shapes: ReadonlyMap<string, TypeShape>, type: string, payload: unknown): readonly Drift[] {
  const comparison = new Comparison(shapes, { left: MOST_LOOKS });
  comparison.at("", { kind: "reference", name: type, isPartial: false }, payload, 0);
  return comparison.found();
}

class Comparison {
  readonly #shapes: ReadonlyMap<string, TypeShape>;
  readonly #looks: { left: number };
  readonly #found = new Map<string, Drift>();

  constructor(shapes: ReadonlyMap<string, TypeShape>, looks: { left: number }) {
    this.#shapes = shapes;
    this.#looks = looks;
  }

  found(): readonly Drift[] {
    return [...this.#found.values()];
  }

  at(path: string, shape: TypeShape, value: unknown, depth: number, isPartial = false): void {
    if (depth > DEEPEST || this.#found.size >= MOST || --this.#looks.left < 0) return;
    switch (shape.kind) {
      case "reference":
        return this.at(path, this.#shapes.get(shape.name) ?? ANYTHING, value, depth + 1, shape.isPartial);
      case "all":
        return this.#all(path, shape.members, value, depth);
      case "union":
        return this.#oneOf(path, shape.members, value, depth);
      case "list":
      case "tuple":
        return Array.isArray(value) ? this.#items(path, shape, value, depth) : this.#otherType(path, shape, value);
      case "object":
        return isObject(value) ? this.#fields(path, shape, value, depth, isPartial) : this.#otherType(path, shape, value);
      default:
        if (!fits(shape, value)) this.#otherType(path, shape, value);
    }
  }

  #items(path: string, shape: Extract<TypeShape, { kind: "list" | "tuple" }>, value: readonly unknown[], depth: number): void {
    const inner = (index: number): TypeShape => (shape.kind === "list" ? shape.items : (shape.items[index] ?? shape.rest ?? ANYTHING));
    for (const [index, item] of value.entries()) this.at(`${path}[]`, inner(index), item, depth + 1);
  }

  #fields(path: string, { fields, others }: ObjectShape, value: Readonly<Record<string, unknown>>, depth: number, isPartial: boolean): void {
    for (const [key, inner] of Object.entries(value)) {
      const known = fields.get(key)?.shape ?? others;
      const place = path === "" ? key : `${path}.${key}`;
      if (known === undefined) this.#note({ path: place, kind: "unknown field", expected: "no such field", found: typeName(inner) });
      else this.at(place, known, inner, depth + 1);
    }
    for (const [key, { shape, isOptional }] of fields) {
      if (isOptional || isPartial || Object.hasOwn(value, key)) continue;
      this.#note({ path: path === "" ? key : `${path}.${key}`, kind: "missing field", expected: shorten(printShape(shape)), found: "nothing" });
    }
  }

  /** An object that several types say something of: a field is known when one of them knows it. */
  #all(path: string, members: readonly TypeShape[], value: unknown, depth: number): void {
    const objects = members.map((member) => this.#resolve(member));
    const fields = new Map(objects.flatMap((one) => (one.kind === "object" ? [...one.fields] : [])));
    const others = objects.some((one) => one.kind !== "object") ? ANYTHING : objects.flatMap((one) => (one.kind === "object" && one.others ? [one.others] : []))[0];
    this.at(path, { kind: "object", fields, ...(others && { others }) }, value, depth + 1);
  }

  /** The alternative that the value is nearest to. */
  #oneOf(path: string, members: readonly TypeShape[], value: unknown, depth: number): void {
    const kinds = members.filter((member) => this.#isOfKind(member, value));
    if (kinds.length === 0) return this.#otherType(path, { kind: "union", members }, value);
    const tries = kinds.map((member) => {
      const inner = new Comparison(this.#shapes, this.#looks);
      inner.at(path, member, value, depth + 1);
      return inner.found();
    });
    for (const drift of tries.toSorted((a, b) => a.length - b.length)[0] ?? []) this.#note(drift);
  }

  #isOfKind(member: TypeShape, value: unknown): boolean {
    const shape = this.#resolve(member);
    if (shape.kind === "union") return shape.members.some((inner) => this.#isOfKind(inner, value));
    if (shape.kind === "list" || shape.kind === "tuple") return Array.isArray(value);
    return shape.kind === "object" || shape.kind === "all" ? isObject(value) : fits(shape, value);
  }

  #resolve(shape: TypeShape, steps = 0): TypeShape {
    if (shape.kind !== "reference") return shape;
    const named = steps < DEEPEST ? this.#shapes.get(shape.name) : undefined;
    return named === undefined ? ANYTHING : this.#resolve(named, steps + 1);
  }

  #otherType(path: string, shape: TypeShape, value: unknown): void {
    const isNewValue = [shape.kind === "union" ? shape.members : shape].flat().some((one) => one.kind === "literal" && typeof one.value === typeof value);
    const kind = isNewValue ? "new value" : "other type";
    this.#note({ path: path === "" ? "(the payload)" : path, kind, expected: shape.kind === "object" ? "object" : shorten(printShape(shape)), found: isNewValue ? shorten(JSON.stringify(value)) : typeName(value) });
  }

  #note(drift: Drift): void {
    if (this.#found.size < MOST) this.#found.set(`${drift.kind} ${drift.path}`, drift);
  }
}

const ANYTHING: TypeShape = { kind: "keyword", name: "unknown" };

function fits(shape: TypeShape, value: unknown): boolean {
  if (shape.kind === "literal") return shape.value === value;
  if (shape.kind !== "keyword" || !["string", "number", "boolean", "null", "undefined"].includes(shape.name)) return true;
  return typeName(value) === shape.name;
}

function typeName(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "list" : typeof value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A type on a line of a table. */
function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
