import type { JsonObject } from "../schema/json-node.js";
import type { SchemaDocument } from "./infer-schema.js";

/** A rewritten schema with what OpenAPI 3.0 calls `nullable` said as JSON Schema says it. */
export function nullable(written: SchemaDocument, { members }: JsonObject): SchemaDocument {
  const flag = members.get("nullable");
  if (flag?.kind !== "boolean" || !flag.value) return written;
  const { type, description, ...others } = written;
  if (typeof type === "string" && !CLOSED.some((key) => Object.hasOwn(written, key))) return { ...written, type: [type, "null"] };
  const schema = { ...(type !== undefined && { type }), ...others };
  // What says nothing takes null already.
  if (Object.keys(schema).length === 0) return written;
  return { ...(description !== undefined && { description }), anyOf: [schema, { type: "null" }] };
}

/** Beside these a `null` among the types would still be forbidden. */
const CLOSED = ["enum", "const", "$ref", "allOf", "anyOf", "oneOf"];
