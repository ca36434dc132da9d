import type { Reference } from "./parse-reference.js";

/** The one spelling of a place: `push.schema.json#/definitions/user`. */
export function definitionKey({ path, pointer }: Reference): string {
  return `${path}#${pointer.map((segment) => `/${segment.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("")}`;
}
