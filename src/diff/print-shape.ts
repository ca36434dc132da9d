import { toLiteral, toTypeKey } from "../encode.js";
import type { TypeShape } from "../type-shape.js";

/** A type on one line, the members of its unions in order: two types are one when their texts are. */
export function printShape(shape: TypeShape): string {
  switch (shape.kind) {
    case "keyword":
      return shape.name;
    case "literal":
      return typeof shape.value === "string" ? toLiteral(shape.value) : String(shape.value);
    case "reference":
      return shape.isPartial ? `Partial<${shape.name}>` : shape.name;
    case "list":
      return shape.items.kind === "union" || shape.items.kind === "all" ? `(${printShape(shape.items)})[]` : `${printShape(shape.items)}[]`;
    case "tuple":
      return `[${[...shape.items.map(printShape), ...(shape.rest ? [`...${printShape(shape.rest)}[]`] : [])].join(", ")}]`;
    case "union":
      return shape.members.map(printShape).toSorted().join(" | ");
    case "all":
      return shape.members.map((member) => (member.kind === "union" ? `(${printShape(member)})` : printShape(member))).join(" & ");
    case "object": {
      const fields = [...shape.fields].map(([key, field]) => `${toTypeKey(key)}${field.isOptional ? "?" : ""}: ${printShape(field.shape)}`);
      const all = [...fields.toSorted(), ...(shape.others ? [`[key: string]: ${printShape(shape.others)}`] : [])];
      return all.length === 0 ? "{}" : `{ ${all.join("; ")} }`;
    }
  }
}
