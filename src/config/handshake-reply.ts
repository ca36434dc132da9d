import { hasOnly } from "./has-only.js";
import { incompleteHandshake } from "./incomplete-handshake.js";
import { readLiteral } from "./handshake-literal.js";
import { readHeaderName } from "./header-name.js";
import { type PlaceConfig, placeReaders } from "./place.js";
import { integerBetween } from "./read-scalar.js";
import type { KeyContext } from "./setting.js";
import { wrongType } from "./wrong-type.js";
import type { YamlMap, YamlNode } from "./yaml-node.js";

/** A place of the request whose value the answer echoes, or whose HMAC under the secret it gives. */
export interface ReplyPlace extends PlaceConfig {
  readonly hmac?: "hex" | "base64";
}

/** A value of a reply: said outright, or pieces that stand side by side. */
export type ReplyValue = string | number | readonly (string | ReplyPlace)[];

/** The answer. Status 200 unless said; a body of text, of JSON, or none. */
export interface HandshakeReplyConfig {
  readonly status?: number;
  readonly headers?: ReadonlyMap<string, ReplyValue>;
  readonly text?: ReplyValue;
  readonly json?: ReadonlyMap<string, ReplyValue>;
}

/** Reads `reply`: `{ text: "{field:challenge}" }`, `{ json: { … } }`, `{ status: 204 }`, and `headers`. */
export function readReply(node: YamlNode | undefined, parent: YamlMap, context: KeyContext): HandshakeReplyConfig | undefined {
  if (node?.kind !== "map" || node.entries.size === 0) return incompleteHandshake("reply", node ?? parent, context);
  if (!hasOnly(node, ["status", "headers", "text", "json"], context)) return undefined;
  const [status, headers, text, json] = ["status", "headers", "text", "json"].map((key) => node.entries.get(key)?.value);
  if (text && json) return incompleteHandshake("reply", node, context);
  const read = {
    status: status && integerBetween(200, 299)(status, context),
    headers: headers && readValues(headers, context, readHeaderName),
    text: text && readText(text, context),
    json: json && readValues(json, context),
  };
  const said = Object.entries(read).filter(([key]) => node.entries.has(key));
  return said.some(([, value]) => value === undefined) ? undefined : (Object.fromEntries(said) as HandshakeReplyConfig);
}

function readText(node: YamlNode, context: KeyContext): ReplyValue | undefined {
  const value = readValue(node, context);
  return typeof value === "number" ? incompleteHandshake("reply", node, context) : value;
}

function readValues(node: YamlNode, context: KeyContext, readName?: typeof readHeaderName): ReadonlyMap<string, ReplyValue> | undefined {
  if (node.kind !== "map") return wrongType(node, context, "a map of what is answered");
  const values = new Map<string, ReplyValue>();
  for (const [key, entry] of node.entries) {
    const name = readName === undefined ? key : readName({ kind: "scalar", value: key, mark: entry.keyMark }, context);
    const value = readValue(entry.value, context);
    if (name !== undefined && value !== undefined) values.set(name, value);
  }
  return values.size === node.entries.size ? values : undefined;
}

function readValue(node: YamlNode, context: KeyContext): ReplyValue | undefined {
  const value = readLiteral("reply", node, context);
  if (typeof value === "boolean") return wrongType(node, context, "text or a number");
  return typeof value === "string" && /[{}]/.test(value) ? readTemplate(value, node, context) : value;
}

function readTemplate(template: string, node: YamlNode, context: KeyContext): ReplyValue | undefined {
  const pieces: (string | ReplyPlace)[] = [];
  for (const text of template.split(/(\{[^{}]*\})/).filter((piece) => piece !== "")) {
    const piece = text.startsWith("{") ? readPlaceholder(text, node, context) : text;
    if (piece === undefined) return undefined;
    // A brace that is left over belongs to a placeholder that was misspelt.
    if (typeof piece === "string" && /[{}]/.test(piece)) return incompleteHandshake("reply", node, context);
    pieces.push(piece);
  }
  return pieces;
}

function readPlaceholder(text: string, node: YamlNode, context: KeyContext): ReplyPlace | undefined {
  const [, hmac, from, path] = /^\{(?:hmac_(hex|base64):)?(field|header|query):([^{}]*)\}$/.exec(text) ?? [];
  // A misspelt placeholder would be answered as it stands.
  if (from === undefined) return incompleteHandshake("reply", node, context);
  const name = placeReaders[from as PlaceConfig["from"]]({ kind: "scalar", value: path ?? "", mark: node.mark }, context);
  if (name === undefined) return undefined;
  return { from: from as PlaceConfig["from"], name, ...(hmac !== undefined && { hmac: hmac as "hex" | "base64" }) };
}
