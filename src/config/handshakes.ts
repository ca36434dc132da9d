import { readFieldPath } from "./field-path.js";
import { readHeaderName } from "./header-name.js";
import { integerBetween } from "./read-scalar.js";
import { isSecretKey, looksLikeSecret } from "./secret-shape.js";
import type { KeyContext, Reader } from "./setting.js";
import { unknownKey } from "./unknown-key.js";
import { inlineSecret } from "./without-secret.js";
import { wrongType } from "./wrong-type.js";
import type { YamlMap, YamlNode } from "./yaml-node.js";

/** A verified request that is no event, and its answer. */
export interface HandshakeConfig {
  readonly when: { readonly from: "field" | "header"; readonly name: string; readonly equals: string | number | boolean };
  readonly reply: HandshakeReplyConfig;
}

/** A value of a reply: said outright, or the field of the request that it echoes. */
export type ReplyValue = string | number | { readonly field: string };

/** The answer: a field of the request as text, JSON, or a bare status. */
export type HandshakeReplyConfig =
  | { readonly text: { readonly field: string } }
  | { readonly json: ReadonlyMap<string, ReplyValue> }
  | { readonly status: number };

const SAY_ANOTHER = "Tell the request, and answer it, by something that is no secret";

/** Reads `handshakes`: a list of `{ when: { field: type, equals: ping }, reply: { text: "{field:challenge}" } }`. */
export const readHandshakes: Reader<readonly HandshakeConfig[]> = (node, context) => {
  if (node.kind !== "list" || node.items.length === 0) return wrongType(node, context, "a list of at least one handshake");
  const handshakes = node.items.map((item) => readHandshake(item, context)).filter((read) => read !== undefined);
  return handshakes.length === node.items.length ? handshakes : undefined;
};

function readHandshake(node: YamlNode, context: KeyContext): HandshakeConfig | undefined {
  if (node.kind !== "map") return wrongType(node, context, "a list of maps with when and reply");
  if (!hasOnly(node, ["when", "reply"], context)) return undefined;
  const when = readWhen(node.entries.get("when")?.value, node, context);
  const reply = readReply(node.entries.get("reply")?.value, node, context);
  return when && reply && { when, reply };
}

function readWhen(node: YamlNode | undefined, parent: YamlMap, context: KeyContext): HandshakeConfig["when"] | undefined {
  if (node?.kind !== "map") return incomplete("when", node ?? parent, context);
  if (!hasOnly(node, ["field", "header", "equals"], context)) return undefined;
  const [field, header, equals] = ["field", "header", "equals"].map((key) => node.entries.get(key)?.value);
  if ((field === undefined) === (header === undefined)) return incomplete("when", node, context);
  const name = field ? readFieldPath(field, context) : header && readHeaderName(header, context);
  const value = readLiteral("when", equals ?? node, context);
  if (name === undefined || value === undefined) return undefined;
  // What stands in a header is text: it equals no number.
  if (equals && header && typeof value !== "string") return wrongType(equals, context, "text");
  if (equals && isSecretKey(name)) return inlineSecret(equals.mark, context, SAY_ANOTHER);
  return { from: field ? "field" : "header", name, equals: value };
}

function readReply(node: YamlNode | undefined, parent: YamlMap, context: KeyContext): HandshakeReplyConfig | undefined {
  if (node?.kind !== "map" || node.entries.size !== 1) return incomplete("reply", node ?? parent, context);
  if (!hasOnly(node, ["text", "json", "status"], context)) return undefined;
  const [text, json, status] = ["text", "json", "status"].map((key) => node.entries.get(key)?.value);
  if (status) {
    const value = integerBetween(200, 299)(status, context);
    return value === undefined ? undefined : { status: value };
  }
  if (json) return readJson(json, context);
  const echo = text && readReplyValue(text, context);
  if (text && echo === undefined) return undefined;
  return typeof echo === "object" ? { text: echo } : incomplete("reply", text ?? node, context);
}

function readJson(node: YamlNode, context: KeyContext): HandshakeReplyConfig | undefined {
  if (node.kind !== "map") return wrongType(node, context, "a map of what is answered");
  const json = new Map<string, ReplyValue>();
  for (const [key, entry] of node.entries) {
    const value = readReplyValue(entry.value, context);
    if (value !== undefined) json.set(key, value);
  }
  return json.size === node.entries.size ? { json } : undefined;
}

function readReplyValue(node: YamlNode, context: KeyContext): ReplyValue | undefined {
  const value = readLiteral("reply", node, context);
  if (typeof value === "boolean") return wrongType(node, context, "text or a number");
  const [, path] = /^\{field:([^{}]*)\}$/.exec(String(value)) ?? [];
  // A misspelt placeholder would be answered as it stands.
  if (path === undefined) return /[{}]/.test(String(value)) ? incomplete("reply", node, context) : value;
  const field = readFieldPath({ kind: "scalar", value: path, mark: node.mark }, context);
  return field === undefined ? undefined : { field };
}

/** A value as JSON can hold it, and as a file may. */
function readLiteral(part: "when" | "reply", node: YamlNode, context: KeyContext): string | number | boolean | undefined {
  if (node.kind !== "scalar" || node.value === null) return incomplete(part, node, context);
  const { value, mark } = node;
  if (typeof value === "string" && looksLikeSecret(value)) return inlineSecret(mark, context, SAY_ANOTHER);
  const isOdd = typeof value === "number" ? !Number.isFinite(value) : typeof value === "string" && value.length > 200;
  return isOdd ? incomplete(part, node, context) : value;
}

function hasOnly({ entries }: YamlMap, keys: readonly string[], { key, log }: KeyContext): boolean {
  const unknown = [...entries].filter(([name]) => !keys.includes(name));
  for (const [name, entry] of unknown) unknownKey(name, entry, keys, `an entry of "${key}"`, log);
  return unknown.length === 0;
}

function incomplete(part: "when" | "reply", { kind, mark }: YamlNode, { log }: KeyContext): undefined {
  if (kind === "refused") return undefined;
  const hint =
    part === "when"
      ? "Write when: { field: type, equals: ping }, or header in place of field."
      : 'Write reply: { text: "{field:challenge}" }, reply: { json: { … } } or reply: { status: 204 }.';
  return log.error(mark, { code: "invalid-handshake", message: `A handshake's "${part}" is not complete, or not what it can be`, hint });
}
