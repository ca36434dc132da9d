import { closest } from "../closest.js";
import type { JsonNode, JsonString } from "./json-node.js";
import { quote } from "./quote.js";
import type { SchemaReader } from "./schema-reader.js";

/** Whether whatever stands beside a `$ref` in the document is ignored, as it was before draft 2019-09. */
export function ignoresSiblings(root: JsonNode): boolean {
  return DRAFTS.get(normal(draftOf(root)?.value ?? "")) ?? true;
}

/** Reports a `$schema` of which the keywords are not known: what they mean would be a guess. */
export function checkDraft(root: JsonNode, reader: SchemaReader): void {
  const draft = draftOf(root);
  if (draft === undefined || DRAFTS.has(normal(draft.value))) return;
  const meant = closest(draft.value, DRAFTS.keys());
  const hint = meant === undefined ? `Use "http://json-schema.org/draft-07/schema#" or "${NEWEST}", or leave $schema out` : `Did you mean "${meant}"?`;
  reader.error(draft, "unknown-draft", `${reader.file.shown} is written in ${quote(draft.value)}, which is no draft of JSON Schema that is read here`, hint);
}

const NEWEST = "https://json-schema.org/draft/2020-12/schema";

/** Draft → whether it ignores what stands beside a `$ref`. What is read means the same in all of them. */
const DRAFTS: ReadonlyMap<string, boolean> = new Map([
  ["http://json-schema.org/draft-04/schema", true],
  ["http://json-schema.org/draft-06/schema", true],
  ["http://json-schema.org/draft-07/schema", true],
  ["https://json-schema.org/draft/2019-09/schema", false],
  [NEWEST, false],
]);

function draftOf(root: JsonNode): JsonString | undefined {
  const draft = root.kind === "object" ? root.members.get("$schema") : undefined;
  return draft?.kind === "string" ? draft : undefined;
}

/** Both schemes and an empty fragment are seen everywhere. */
function normal(draft: string): string {
  const [, rest = ""] = /^https?:(\/\/json-schema\.org\/draft.*?)#?$/.exec(draft) ?? [];
  return `${rest.startsWith("//json-schema.org/draft-") ? "http:" : "https:"}${rest}`;
}
