import { isPlainKey, readFieldPath } from "./field-path.js";
import { readHeaderName } from "./header-name.js";
import { textThat } from "./read-scalar.js";
import type { KeyContext, Reader } from "./setting.js";
import type { YamlMap } from "./yaml-node.js";

/** A place in a request: a body field, a header, or a parameter of the URL's query. */
export interface PlaceConfig {
  readonly from: "field" | "header" | "query";
  /** A dotted path, or a name; a header's in lower case. */
  readonly name: string;
}

// Such as `hub.challenge`.
const readQueryName: Reader<string> = textThat(
  (text) => /^[\w.-]{1,64}$/.test(text) && isPlainKey(text),
  "invalid-name",
  "Write one name: letters, digits, _, - and dots.",
);

/** How the name of each kind of place is read: also the keys that a map may say it by. */
export const placeReaders: { readonly [From in PlaceConfig["from"]]: Reader<string> } = {
  field: readFieldPath,
  header: readHeaderName,
  query: readQueryName,
};

/** The kinds of places. */
export const placeKeys: readonly PlaceConfig["from"][] = ["field", "header", "query"];

/** The one place that a map says, `"none"` where it says none or several; undefined with the reason in the log where its name is refused. */
export function readPlace({ entries }: YamlMap, context: KeyContext): PlaceConfig | "none" | undefined {
  const [from, another] = placeKeys.filter((key) => entries.has(key));
  const node = from && entries.get(from)?.value;
  if (from === undefined || node === undefined || another !== undefined) return "none";
  const name = placeReaders[from](node, context);
  return name === undefined ? undefined : { from, name };
}
