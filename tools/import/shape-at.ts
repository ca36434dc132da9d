import type { JsonSchema } from "./json-schema.js";
import type { Shape } from "./shape-pool.js";

/** The id of the object at a place such as `PushPayload.repository.owner`; throws when there is none, or several. */
export function shapeAt(place: string, shapes: ReadonlyMap<string, Shape>, payloads: ReadonlyMap<string, string>): string {
  const [payload = "", ...keys] = place.split(".");
  let ids = [payloads.get(payload) ?? ""];
  for (const key of keys) ids = ids.flatMap((id) => objectsOf(propertyOf(shapes.get(id)?.schema, key, shapes)));
  const [only, ...more] = new Set(ids);
  if (!only || more.length > 0) throw new Error(`${place} is ${only ? "not one object" : "not an object of the source"}`);
  return only;
}

function propertyOf(schema: JsonSchema | undefined, key: string, shapes: ReadonlyMap<string, Shape>): JsonSchema {
  const branches = (schema?.anyOf ?? []).map((branch) => (branch.$ref ? shapes.get(branch.$ref)?.schema : branch));
  return schema?.properties?.[key] ?? { anyOf: branches.flatMap((branch) => branch?.properties?.[key] ?? []) };
}

function objectsOf(schema: JsonSchema): readonly string[] {
  if (schema.$ref) return [schema.$ref];
  return [...(schema.items ? objectsOf(schema.items) : []), ...(schema.anyOf ?? []).flatMap(objectsOf)];
}
