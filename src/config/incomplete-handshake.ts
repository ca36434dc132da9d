import type { KeyContext } from "./setting.js";
import type { YamlNode } from "./yaml-node.js";

type Part = "when" | "expect" | "secret" | "visit" | "reply";

const HINTS: Readonly<Record<Part, string>> = {
  when: "Write when: { field: type, equals: ping }, or header or query in place of field.",
  expect: "Write expect: { query: hub.verify_token, parameter: verify_token }.",
  secret: "Write secret: { header: X-Acme-Secret }, or field or query in place of header.",
  visit: "Write visit: { field: SubscribeURL, hosts: [api.acme.com] }.",
  reply: 'Write reply: { text: "{field:challenge}" }, reply: { json: { … } } or reply: { status: 204 }.',
};

/** Refuses a part of a handshake that says too little, or something else. What the parser refused has been reported. */
export function incompleteHandshake(part: Part, { kind, mark }: YamlNode, { log }: KeyContext): undefined {
  if (kind === "refused") return undefined;
  return log.error(mark, { code: "invalid-handshake", message: `A handshake's "${part}" is not complete, or not what it can be`, hint: HINTS[part] });
}
