import { closest } from "../closest.js";
import { GLOBAL_NAMES } from "../global-names.js";
import type { JsonArray, JsonNode, JsonObject, JsonString } from "./json-node.js";
import type { ProblemList } from "./problem-list.js";
import { quote } from "./quote.js";
import { problemAt, type SchemaFile } from "./schema-file.js";
import { toPlain } from "./to-plain.js";

/** A user's repairs of the built-in schemas of a provider. */
export interface Overlay {
  readonly file: Pick<SchemaFile, "shown" | "text">;
  readonly patches: readonly Patch[];
}

/** One repair, in one place or several. */
export interface Patch {
  /** JSON pointers into `definitions.json`: `/definitions/PushPayload/properties/ref`. */
  readonly at: readonly JsonString[];
  readonly op: PatchOp;
  /** Absent for `remove`. */
  readonly value?: JsonNode;
}

export const PATCH_OPS = ["add", "replace", "remove"] as const;

export type PatchOp = (typeof PATCH_OPS)[number];

/** The file as the overlay has it. Reports each place that is not there (for `add`: that is), or that already says so. */
export function applyOverlay(file: SchemaFile, { file: overlay, patches }: Overlay, problems: ProblemList): SchemaFile {
  let { root } = file;
  for (const patch of patches) {
    for (const at of patch.at) {
      const patched = patchAt(root, at.value, patch);
      if ("refused" in patched) problems.add("error", () => problemAt(overlay, at.offset, { code: "patch-refused", message: `${quote(at.value)} ${patched.refused}`, hint: patched.hint }));
      else root = patched;
    }
  }
  return { ...file, root };
}

interface Refused {
  readonly refused: string;
  readonly hint: string;
}

function patchAt(root: JsonNode, pointer: string, patch: Patch): JsonNode | Refused {
  const [empty, ...keys] = pointer.split("/").map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  const [first, name = "", ...inside] = keys;
  if (empty !== "" || first !== "definitions" || name === "") return { refused: "points to no definition", hint: "Begin with /definitions/ and the name of a type, such as /definitions/PushPayload/properties/ref" };
  if (inside.length > 0) return patchIn(root, keys, patch);
  // The events name their definitions; and the name becomes code.
  if (patch.op === "remove") return { refused: "is a whole definition, which events may need", hint: "Replace it, or remove a part of it" };
  if (patch.op === "add" && !(/^[A-Z][A-Za-z0-9]*$/.test(name) && !GLOBAL_NAMES.has(name))) return { refused: "would make a type of a name that cannot be one", hint: "Use a capital letter, then letters and digits, and no name that JavaScript has already" };
  return patchIn(root, keys, patch);
}

function patchIn(node: JsonNode, [key = "", ...deeper]: readonly string[], patch: Patch): JsonNode | Refused {
  if (node.kind !== "object" && node.kind !== "array") return nowhere(key, []);
  const held = member(node, key);
  if (deeper.length === 0) return patchMember(node, key, held, patch);
  if (held === undefined) return nowhere(key, keysOf(node));
  const patched = patchIn(held, deeper, patch);
  return "refused" in patched ? patched : withMember(node, key, patched);
}

function patchMember(node: JsonObject | JsonArray, key: string, held: JsonNode | undefined, { op, value }: Patch): JsonNode | Refused {
  if (op === "add" && held !== undefined) return { refused: "is there already", hint: "Use op: replace, or remove the patch" };
  if (op !== "add" && held === undefined) return nowhere(key, keysOf(node));
  if (held && value && JSON.stringify(toPlain(held)) === JSON.stringify(toPlain(value))) return { refused: "says so already", hint: "The built-in schema was corrected: remove the patch" };
  if (node.kind === "array" && op === "add" && Number(key) !== node.items.length) return { refused: "is not the place after the last of its list", hint: `Add at ${node.items.length}` };
  return withMember(node, key, op === "remove" ? undefined : value);
}

function member(node: JsonObject | JsonArray, key: string): JsonNode | undefined {
  if (node.kind === "object") return node.members.get(key);
  return /^(?:0|[1-9][0-9]*)$/.test(key) ? node.items[Number(key)] : undefined;
}

/** A copy with another value at a key, or none. */
function withMember(node: JsonObject | JsonArray, key: string, value: JsonNode | undefined): JsonNode {
  if (node.kind === "array") return { ...node, items: node.items.toSpliced(Number(key), 1, ...(value ? [value] : [])) };
  const members = new Map(node.members);
  if (value) members.set(key, value);
  else members.delete(key);
  return { ...node, members };
}

function keysOf(node: JsonObject | JsonArray): readonly string[] {
  return node.kind === "object" ? [...node.members.keys()] : [];
}

function nowhere(key: string, known: readonly string[]): Refused {
  const meant = closest(key, known.slice(0, MOST_GUESSES));
  return { refused: `is not in the built-in schemas: there is no ${quote(key)}`, hint: meant === undefined ? "Look the place up in the provider's definitions.json, or remove the patch" : `Did you mean "${meant}"?` };
}

/** Comparing is slow. GitHub has 1,800 definitions. */
const MOST_GUESSES = 3000;
