import { ProblemLog } from "./config/problem-log.js";
import { readYamlFile } from "./config/read-yaml-file.js";
import { unknownKey } from "./config/unknown-key.js";
import type { YamlMap, YamlNode } from "./config/yaml-node.js";
import { closest } from "./closest.js";
import { GenerateError } from "./errors.js";
import type { JsonString } from "./schema/json-node.js";
import { type Overlay, type Patch, PATCH_OPS, type PatchOp } from "./schema/overlay.js";
import { quote } from "./schema/quote.js";
import { yamlToJson } from "./yaml-to-json.js";

/** Reads the user's `schemas/<provider>/overlay.yaml`, if there is one. Throws a GenerateError with every problem found. */
export async function readOverlay(provider: string, { cwd, schemasDir }: { readonly cwd: string; readonly schemasDir: string }): Promise<Overlay | undefined> {
  const source = await readYamlFile(cwd, schemasDir, `${provider}/overlay.yaml`);
  if (source === undefined) return undefined;
  const log = new ProblemLog();
  const { parseYaml } = await import("./config/parse-yaml.js");
  const root = parseYaml(source, log, { beginsWith: "patches:" });
  const file = { shown: source.file, text: source.text };
  const patches = root ? readPatches(root, { log, file }) : [];
  if (log.failed) throw new GenerateError(log.problems());
  return { file, patches };
}

interface Reading {
  readonly log: ProblemLog;
  readonly file: Overlay["file"];
}

function readPatches(root: YamlMap, reading: Reading): readonly Patch[] {
  refuseUnknown(root, ["patches"], "overlay.yaml", reading);
  const patches = root.entries.get("patches")?.value ?? root;
  if (patches.kind !== "list") return wrong(patches, '"patches" must be a list', "Begin with patches: and write - at: … under it", reading) ?? [];
  return patches.items.flatMap((item) => readPatch(item, reading) ?? []);
}

const KEYS = ["at", "op", "value", "why"];

function readPatch(node: YamlNode, reading: Reading): Patch | undefined {
  if (node.kind === "refused") return undefined;
  if (node.kind !== "map") return wrong(node, "A patch must be a map", `Give it ${KEYS.join(", ")}`, reading);
  refuseUnknown(node, KEYS, "a patch", reading);
  const why = node.entries.get("why")?.value;
  if (why?.kind !== "scalar" || typeof why.value !== "string" || why.value.trim() === "") wrong(why ?? node, "A patch needs its reason", "Add why: and what is wrong in the built-in schema", reading);
  const at = readPlaces(node, reading);
  const op = readOp(node, reading);
  const value = node.entries.get("value")?.value;
  if (op === undefined || at === undefined) return undefined;
  if ((op === "remove") === (value !== undefined)) return wrong(value ?? node, `op: ${op} ${value ? "takes no value" : "needs a value"}`, value ? "Remove it, or use op: replace" : "Add value: and a JSON Schema, or a part of one", reading);
  return { at, op, ...(value && { value: yamlToJson(value, reading.file) }) };
}

function readPlaces(patch: YamlMap, reading: Reading): readonly JsonString[] | undefined {
  const node = patch.entries.get("at")?.value;
  const nodes = node?.kind === "list" ? node.items : node ? [node] : [];
  const places = nodes.map((one) => yamlToJson(one)).filter((one): one is JsonString => one.kind === "string");
  if (places.length > 0 && places.length === nodes.length) return places;
  return wrong(node ?? patch, '"at" must be a JSON pointer or a list of them', "Write where it is, such as at: /definitions/PushPayload/properties/ref", reading);
}

function readOp(patch: YamlMap, reading: Reading): PatchOp | undefined {
  const node = patch.entries.get("op")?.value;
  const found = PATCH_OPS.find((op) => node?.kind === "scalar" && node.value === op);
  if (found !== undefined) return found;
  const word = node?.kind === "scalar" ? String(node.value) : "";
  const meant = closest(word, PATCH_OPS);
  return wrong(node ?? patch, node ? `There is no op ${quote(word)}` : "A patch needs its op", meant === undefined ? `Use one of ${PATCH_OPS.join(", ")}` : `Did you mean ${meant}?`, reading);
}

function refuseUnknown({ entries }: YamlMap, known: readonly string[], where: string, { log }: Reading): void {
  for (const [key, entry] of entries) if (!known.includes(key)) unknownKey(key, entry, known, where, log);
}

function wrong({ mark }: YamlNode, message: string, hint: string, { log }: Reading): undefined {
  return log.error(mark, { code: "invalid-overlay", message, hint });
}
