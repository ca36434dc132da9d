import type { HandshakeCondition } from "../config/handshake-conditions.js";
import type { HandshakeReplyConfig, ReplyPlace, ReplyValue } from "../config/handshake-reply.js";
import type { HandshakeConfig } from "../config/handshakes.js";
import type { PlaceConfig } from "../config/place.js";
import { call, object, optional } from "./calls.js";
import type { SpecCall, SpecValue } from "./spec-value.js";

/** A handshake as the spec says it: `handshake({ when: [[field("type"), "ping"]], reply: { text: field("challenge") } })`. */
export function toHandshake({ signed, method, when, expect, secret, visit, reply }: HandshakeConfig): SpecCall {
  return call(
    "handshake",
    object({
      unsigned: signed ? undefined : true,
      method: method === "POST" ? undefined : method,
      when: when.length === 0 ? undefined : when.map(toCondition),
      expect: expect && [toPlace(expect), expect.parameter],
      secret: secret && toPlace(secret),
      visit: visit && call("visit", toPlace(visit), visit.hosts),
      reply: optional(toReply(reply))[0],
    }),
  );
}

function toCondition({ equals, listedIn, ...place }: HandshakeCondition): SpecValue {
  if (listedIn !== undefined) return [toPlace(place), call("listedIn", listedIn)];
  return equals === undefined ? [toPlace(place)] : [toPlace(place), equals];
}

function toReply({ status, headers, text, json }: HandshakeReplyConfig): Readonly<Record<string, SpecValue | undefined>> {
  return {
    status: status === 200 ? undefined : status,
    text: text === undefined ? undefined : toValue(text),
    json: json && toValues(json),
    headers: headers && toValues(headers),
  };
}

function toValues(values: ReadonlyMap<string, ReplyValue>): SpecValue {
  return object(new Map([...values].map(([key, value]) => [key, toValue(value)])));
}

function toValue(value: ReplyValue): SpecValue {
  if (typeof value !== "object") return value;
  const pieces = value.map((piece) => (typeof piece === "string" ? piece : toPiece(piece)));
  return pieces.length === 1 ? (pieces[0] as SpecValue) : pieces;
}

function toPiece({ hmac, ...place }: ReplyPlace): SpecCall {
  if (hmac === undefined) return toPlace(place);
  return call("hmacOf", toPlace(place), ...(hmac === "hex" ? [] : [hmac]));
}

function toPlace({ from, name }: PlaceConfig): SpecCall {
  return call(from, name);
}
