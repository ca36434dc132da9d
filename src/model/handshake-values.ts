import type { HandshakeConfig, HandshakeReplyConfig, ReplyValue } from "../config/handshakes.js";
import { call, object } from "./calls.js";
import type { SpecCall, SpecValue } from "./spec-value.js";

/** A handshake as the spec says it: `handshake({ when: [[field("type"), "ping"]], reply: { text: field("challenge") } })`. */
export function toHandshake({ when: { from, name, equals }, reply }: HandshakeConfig): SpecCall {
  return call("handshake", object({ when: [[call(from, name), equals]], reply: object(toReply(reply)) }));
}

function toReply(reply: HandshakeReplyConfig): Readonly<Record<string, SpecValue>> {
  if ("status" in reply) return { status: reply.status };
  if ("text" in reply) return { text: toValue(reply.text) };
  return { json: object(new Map([...reply.json].map(([key, value]) => [key, toValue(value)]))) };
}

function toValue(value: ReplyValue): SpecValue {
  return typeof value === "object" ? call("field", value.field) : value;
}
