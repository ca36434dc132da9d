import { readFieldPath } from "./field-path.js";
import type { Reader } from "./setting.js";

/** Reads where in the body a delivery's id stands: `data.id`, or several fields that are one together, `pspReference + eventCode`. */
export const readIdPath: Reader<string> = (node, context) => {
  if (node.kind !== "scalar" || typeof node.value !== "string") return readFieldPath(node, context);
  const read = idFields(node.value).map((path) => readFieldPath({ ...node, value: path }, context));
  return read.includes(undefined) ? undefined : node.value;
};

/** The paths of the fields that are the id together. */
export function idFields(text: string): readonly string[] {
  return text.length > 200 ? [text] : text.split(" + ");
}
