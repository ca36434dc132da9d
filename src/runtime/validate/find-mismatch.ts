import type { Shape, Shapes } from "./shape.js";
import type { StandardIssue, StandardKey } from "./standard-schema.js";

/**
 * The first place where a value is of another JSON type than its shape says; undefined when there is none. Fields that are
 * missing, fields that nobody knows and new values of a known type are no mismatch.
 */
export function findMismatch(shapes: Shapes, shape: Shape, value: unknown): StandardIssue | undefined {
  return new Search(shapes).at(shape, value, 0);
}

/** Levels of a payload that are looked at: deeper ones are nobody's, and would exhaust the stack. */
const DEEPEST = 200;

class Search {
  readonly #shapes: Shapes;
  /** What each value was found to be, by the shape's name: alternatives that share their parts would ask for ever. */
  readonly #found = new Map<object, Map<string, StandardIssue | undefined>>();

  constructor(shapes: Shapes) {
    this.#shapes = shapes;
  }

  at(shape: Shape, value: unknown, depth: number): StandardIssue | undefined {
    if (depth > DEEPEST) return wrong("less nested");
    if (typeof shape === "string") return this.#named(shape, value, depth);
    if (isUnion(shape)) return this.#oneOf(shape, value, depth);
    if ("all" in shape) return first(shape.all, (part) => this.at(part, value, depth));
    if ("items" in shape) {
      if (!Array.isArray(value)) return wrong("a list");
      return first(value.keys(), (index) => within(index, this.at(shape.items, value[index], depth + 1)));
    }
    return isObject(value) ? this.#fields(shape, value, depth) : wrong("an object");
  }

  #named(name: string, value: unknown, depth: number): StandardIssue | undefined {
    if (name === "unknown") return undefined;
    if (!Object.hasOwn(this.#shapes, name)) return typeOf(value) === name ? undefined : wrong(name === "null" ? name : `a ${name}`);
    const shape = this.#shapes[name] as Shape;
    if (typeof value !== "object" || value === null) return this.at(shape, value, depth + 1);
    const known = this.#found.get(value) ?? new Map<string, StandardIssue | undefined>();
    this.#found.set(value, known);
    if (!known.has(name)) known.set(name, this.at(shape, value, depth + 1));
    return known.get(name);
  }

  /** What is wrong inside the one alternative that the value could be; else only that it is none of them. */
  #oneOf(shapes: readonly Shape[], value: unknown, depth: number): StandardIssue | undefined {
    const issues: StandardIssue[] = [];
    for (const shape of shapes) {
      const issue = this.at(shape, value, depth);
      if (issue === undefined) return undefined;
      issues.push(issue);
    }
    const inside = issues.filter(({ path }) => path.length > 0);
    if (inside.length === 1) return inside[0];
    const expected = issues.filter(({ path }) => path.length === 0).map(({ message }) => message.slice(START.length));
    return inside.length > 1 ? wrong("one of its alternatives") : wrong([...new Set(expected)].join(" or "));
  }

  #fields({ fields, others }: Extract<Shape, { readonly fields: unknown }>, value: Readonly<Record<string, unknown>>, depth: number): StandardIssue | undefined {
    return first(Object.keys(value), (key) => {
      if (Object.hasOwn(fields, key)) return within(key, this.at(fields[key] as Shape, value[key], depth + 1));
      return others === undefined ? undefined : within({ key }, this.at(others, value[key], depth + 1));
    });
  }
}

const START = "should be ";

function wrong(expected: string): StandardIssue {
  return { message: START + expected, path: [] };
}

function within(key: StandardKey, issue: StandardIssue | undefined): StandardIssue | undefined {
  return issue && { ...issue, path: [key, ...issue.path] };
}

function first<T>(items: Iterable<T>, find: (item: T) => StandardIssue | undefined): StandardIssue | undefined {
  for (const item of items) {
    const issue = find(item);
    if (issue !== undefined) return issue;
  }
  return undefined;
}

function isUnion(shape: Shape): shape is readonly Shape[] {
  return Array.isArray(shape);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function typeOf(value: unknown): string {
  return value === null ? "null" : typeof value;
}
