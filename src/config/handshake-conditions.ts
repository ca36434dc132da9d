import { hasOnly } from "./has-only.js";
import { incompleteHandshake } from "./incomplete-handshake.js";
import { readLiteral, SAY_ANOTHER } from "./handshake-literal.js";
import { type PlaceConfig, placeKeys, readPlace } from "./place.js";
import { readParameterName } from "./scheme-keys.js";
import { isSecretKey } from "./secret-shape.js";
import type { KeyContext } from "./setting.js";
import { inlineSecret } from "./without-secret.js";
import { wrongType } from "./wrong-type.js";
import type { YamlMap, YamlNode } from "./yaml-node.js";

/** What a place of the request must say: a value, one of those that a parameter lists, or, where there is neither, anything. */
export interface HandshakeCondition extends PlaceConfig {
  readonly equals?: string | number | boolean;
  readonly listedIn?: string;
}

/** The handshake that the conditions belong to. */
interface Handshake {
  readonly parent: YamlMap;
  readonly signed: boolean;
  readonly method: string;
}

/** Reads `when`: one condition, or a list of which all must hold. A request whose method tells it needs none. */
export function readConditions(node: YamlNode | undefined, handshake: Handshake, context: KeyContext): readonly HandshakeCondition[] | undefined {
  if (node === undefined && handshake.method !== "POST") return [];
  if (node === undefined) return incompleteHandshake("when", handshake.parent, context);
  const items = node.kind === "list" && node.items.length > 0 ? node.items : [node];
  const read = items.map((item) => readCondition(item, context)).filter((condition) => condition !== undefined);
  if (read.length < items.length) return undefined;
  // A key alone would make handshakes of events that happen to have it. What nobody signs reaches no event in any case.
  const isTold = !handshake.signed || read.some(({ equals }) => equals !== undefined);
  return isTold ? read : context.log.error(node.mark, { code: "invalid-handshake", message: 'A signed handshake\'s "when" must say a value: events may have that key, too', hint: "Add equals, or signed: false where the provider does not sign the request." });
}

function readCondition(node: YamlNode, context: KeyContext): HandshakeCondition | undefined {
  if (node.kind !== "map") return incompleteHandshake("when", node, context);
  if (!hasOnly(node, [...placeKeys, "equals", "listed_in"], context)) return undefined;
  const place = readPlace(node, context);
  const [equals, listed] = ["equals", "listed_in"].map((key) => node.entries.get(key)?.value);
  if (place === "none" || (equals && listed)) return incompleteHandshake("when", node, context);
  if (place === undefined) return undefined;
  if (listed) {
    const parameter = readParameterName(listed, context);
    return parameter === undefined ? undefined : { ...place, listedIn: parameter };
  }
  if (equals === undefined) return place;
  const value = readLiteral("when", equals, context);
  if (value === undefined) return undefined;
  // What stands in a header or a URL is text: it equals no number.
  if (place.from !== "field" && typeof value !== "string") return wrongType(equals, context, "text");
  return isSecretKey(place.name) ? inlineSecret(equals.mark, context, SAY_ANOTHER) : { ...place, equals: value };
}
