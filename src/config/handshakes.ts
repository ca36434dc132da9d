import { readConditions, type HandshakeCondition } from "./handshake-conditions.js";
import { type HandshakeReplyConfig, readReply } from "./handshake-reply.js";
import { hasOnly } from "./has-only.js";
import { incompleteHandshake } from "./incomplete-handshake.js";
import { type PlaceConfig, placeKeys, readPlace } from "./place.js";
import { distinctList } from "./read-collection.js";
import { oneOf, readBoolean } from "./read-scalar.js";
import { readParameterName } from "./scheme-keys.js";
import type { KeyContext, Reader } from "./setting.js";
import { readTrustedHost } from "./trusted-host.js";
import { wrongType } from "./wrong-type.js";
import type { YamlNode } from "./yaml-node.js";

/** A request that is no event, and its answer. */
export interface HandshakeConfig {
  readonly method: HandshakeMethod;
  /** False where the provider does not sign it: it is answered before verification. */
  readonly signed: boolean;
  /** What tells such a request: all of it must hold. */
  readonly when: readonly HandshakeCondition[];
  /** Where the request carries a word that the receiver knows as a parameter. */
  readonly expect?: PlaceConfig & { readonly parameter: string };
  /** Where the request tells a secret. */
  readonly secret?: PlaceConfig;
  /** Where the request tells a URL that is to be visited, and on which hosts alone. */
  readonly visit?: PlaceConfig & { readonly hosts: readonly string[] };
  readonly reply: HandshakeReplyConfig;
}

const methods = ["POST", "GET", "HEAD", "OPTIONS"] as const;

type HandshakeMethod = (typeof methods)[number];

/** Reads `handshakes`: a list of `{ when: { field: type, equals: ping }, reply: { text: "{field:challenge}" } }`. */
export const readHandshakes: Reader<readonly HandshakeConfig[]> = (node, context) => {
  if (node.kind !== "list" || node.items.length === 0) return wrongType(node, context, "a list of at least one handshake");
  const handshakes = node.items.map((item) => readHandshake(item, context)).filter((read) => read !== undefined);
  return handshakes.length === node.items.length ? handshakes : undefined;
};

function readHandshake(node: YamlNode, context: KeyContext): HandshakeConfig | undefined {
  if (node.kind !== "map") return wrongType(node, context, "a list of maps with when and reply");
  if (!hasOnly(node, ["method", "signed", "when", "expect", "secret", "visit", "reply"], context)) return undefined;
  const part = <T>(key: string, read: (value: YamlNode) => T | undefined): T | undefined => {
    const entry = node.entries.get(key);
    return entry && read(entry.value);
  };
  const signed = part("signed", (value) => readBoolean(value, context)) ?? true;
  const method = part("method", (value) => oneOf(methods)(value, context)) ?? "POST";
  const when = readConditions(node.entries.get("when")?.value, { parent: node, signed, method }, context);
  const expect = part("expect", (value) => readExpected(value, context));
  const secret = part("secret", (value) => readBarePlace("secret", value, [], context));
  const visit = part("visit", (value) => readVisit(value, context));
  const reply = readReply(node.entries.get("reply")?.value, node, context);
  if (when === undefined || reply === undefined) return undefined;
  return { method, signed, when, reply, ...(expect && { expect }), ...(secret && { secret }), ...(visit && { visit }) };
}

function readExpected(node: YamlNode, context: KeyContext): HandshakeConfig["expect"] {
  const place = readBarePlace("expect", node, ["parameter"], context);
  const named = node.kind === "map" ? node.entries.get("parameter")?.value : undefined;
  if (place === undefined) return undefined;
  const parameter = named ? readParameterName(named, context) : incompleteHandshake("expect", node, context);
  return parameter === undefined ? undefined : { ...place, parameter };
}

function readVisit(node: YamlNode, context: KeyContext): HandshakeConfig["visit"] {
  const place = readBarePlace("visit", node, ["hosts"], context);
  const listed = node.kind === "map" ? node.entries.get("hosts")?.value : undefined;
  if (place === undefined) return undefined;
  const hosts = listed ? distinctList(readTrustedHost, "host")(listed, context) : incompleteHandshake("visit", node, context);
  return hosts === undefined ? undefined : { ...place, hosts };
}

function readBarePlace(part: "expect" | "secret" | "visit", node: YamlNode, others: readonly string[], context: KeyContext): PlaceConfig | undefined {
  if (node.kind !== "map") return incompleteHandshake(part, node, context);
  if (!hasOnly(node, [...placeKeys, ...others], context)) return undefined;
  const place = readPlace(node, context);
  return place === "none" ? incompleteHandshake(part, node, context) : place;
}
