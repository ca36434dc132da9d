import type { CleanSchema } from "./clean-schema.js";

/**
 * About how much text a schema is printed as, counted once for each level it stands under: that is how often it is
 * copied on its way, and how far it is indented.
 */
export function weighSchema(schema: CleanSchema, depth = 1): number {
  const { properties, otherProperties, items, tuple = [], allOf = [], anyOf = [], oneOf = [] } = schema;
  let weight = depth * weighOwn(schema);
  for (const [name, property] of properties ?? []) weight += depth * name.length + weighSchema(property, depth + 1);
  for (const parts of [tuple, allOf, anyOf, oneOf]) for (const part of parts) weight += weighSchema(part, depth + 1);
  for (const part of [otherProperties, items]) if (part) weight += weighSchema(part, depth + 1);
  return weight;
}

/** What a line costs besides its words. */
const LINE = 10;

/** Longer descriptions are cut. */
const MOST_OF_DESCRIPTION = 400;

function weighOwn({ reference = "", values = [], description = "" }: CleanSchema): number {
  let weight = LINE + reference.length + Math.min(description.length, MOST_OF_DESCRIPTION);
  for (const value of values) weight += LINE + (typeof value === "string" ? value.length : 0);
  return weight;
}
