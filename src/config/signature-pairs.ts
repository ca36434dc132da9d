import { oneOf, textThat } from "./read-scalar.js";
import type { Reader } from "./setting.js";
import { unknownKey } from "./unknown-key.js";
import { wrongType } from "./wrong-type.js";

/** The names of the pairs in a header such as `t=1700000000,v1=5257a8…`. */
export interface SignaturePairs {
  readonly signature: string;
  readonly timestamp?: string;
  readonly separator?: "," | ";";
}

const readName = textThat((text) => /^[\w-]{1,32}$/.test(text), "invalid-name", "Write the name of one pair, such as v1.");

/** Reads `signature_pairs`: `{ signature: v1, timestamp: t, separator: "," }`. */
export const readSignaturePairs: Reader<SignaturePairs> = (node, context) => {
  if (node.kind !== "map") return wrongType(node, context, "a map with signature, and perhaps timestamp and separator");
  const values: { -readonly [Key in keyof SignaturePairs]?: SignaturePairs[Key] } = {};
  for (const [key, entry] of node.entries) {
    const { value } = entry;
    if (key === "signature" || key === "timestamp") values[key] = readName(value, context) ?? "";
    else if (key === "separator") values.separator = oneOf([",", ";"])(value, context) ?? ",";
    else unknownKey(key, entry, ["signature", "timestamp", "separator"], `"${context.key}"`, context.log);
  }
  const { signature, ...others } = values;
  if (signature !== undefined) return { signature, ...others };
  return context.log.error(node.mark, { code: "missing-pair", message: `"${context.key}" does not name the pair of the signature`, hint: "Add signature: v1, or whatever stands before the = of the signature." });
};
