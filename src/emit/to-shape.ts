import type { SpecValue } from "../model/spec-value.js";
import type { TypeShape } from "../type-shape.js";

/**
 * A type as the data that the runtime's validators take, which knows JSON types and nothing else: no field is required, and
 * of literals only their type is left.
 */
export function toShape(shape: TypeShape): SpecValue {
  switch (shape.kind) {
    case "keyword":
      return JSON_TYPES.has(shape.name) ? shape.name : ANYTHING;
    case "literal":
      return typeof shape.value;
    case "reference":
      return shape.name;
    case "list":
      return object([["items", toShape(shape.items)]]);
    case "tuple":
      return object([["items", toUnion([...shape.items, ...(shape.rest ? [shape.rest] : [])])]]);
    case "union":
      return toUnion(shape.members);
    case "all":
      return object([["all", shape.members.map(toShape)]]);
    case "object": {
      const others = shape.others ? toShape(shape.others) : ANYTHING;
      const fields = [...shape.fields].map(([key, field]) => [key, toShape(field.shape)] as const);
      // Beside fields of one shape, an unknown one is an exception.
      const said = others === ANYTHING ? fields.filter(([, value]) => value !== ANYTHING) : fields;
      return object([["fields", object(said)], ...(others === ANYTHING ? [] : [["others", others] as const])]);
    }
  }
}

const JSON_TYPES: ReadonlySet<string> = new Set(["string", "number", "boolean", "null"]);

const ANYTHING = "unknown";

function toUnion(members: readonly TypeShape[]): SpecValue {
  const shapes = members.map(toShape);
  if (shapes.includes(ANYTHING)) return ANYTHING;
  const names = new Set(shapes.filter((shape) => typeof shape === "string"));
  const distinct = [...names, ...shapes.filter((shape) => typeof shape !== "string")];
  const [only = ANYTHING, ...others] = distinct;
  return others.length === 0 ? only : distinct;
}

function object(entries: readonly (readonly [string, SpecValue])[]): SpecValue {
  return { entries: new Map(entries) };
}
