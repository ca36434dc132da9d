import type { EventSource, HmacVerification, ValueSource, Verification, WebhookConfig } from "../config/provider-config.js";
import type { EventModel } from "./handler-model.js";
import type { SpecCall, SpecObject, SpecValue } from "./spec-value.js";

/**
 * The table from YAML to the runtime's calls: the entries of a spec between `secretEnv` and `routes`.
 * What a function does by default is left out, so that generated code says only what is special.
 */
export function toSpecEntries(config: WebhookConfig, events: readonly EventModel[]): ReadonlyMap<string, SpecValue> {
  const { actionField, deliveryId, eventMap, formField, maxBodyBytes, shape } = config;
  const entries = new Map<string, SpecValue>([
    ["verify", toVerify(config.verification)],
    ["event", toSource(config.event)],
  ]);
  if (actionField !== undefined) entries.set("action", call("field", actionField));
  if (deliveryId) entries.set("id", toSource(deliveryId));
  if (eventMap) entries.set("eventMap", [...eventMap].map(([wire, event]) => [wire, event]));
  if (formField !== undefined) entries.set("formField", formField);
  if (maxBodyBytes !== undefined) entries.set("maxBodyBytes", maxBodyBytes);
  const shapes = events.flatMap(({ event }) => (shape.has(event) ? [[event, shape.get(event) as readonly string[]] as const] : []));
  if (shapes.length > 0) entries.set("shape", object(shapes));
  return entries;
}

function toVerify(verification: Verification): SpecValue {
  return verification.type === "none" ? call("unsigned") : toHmac(verification);
}

function toHmac(verification: HmacVerification): SpecCall {
  const { type, signatureHeader, signaturePrefix, signatureEncoding, timestampHeader, replayTolerance } = verification;
  const written = options({
    prefix: signaturePrefix === "" ? undefined : signaturePrefix,
    encoding: signatureEncoding === "hex" ? undefined : signatureEncoding,
  });
  const time = timestampHeader === undefined ? undefined : call("seconds", timestampHeader, ...(replayTolerance === undefined ? [] : [replayTolerance]));
  return call("hmac", object(Object.entries({
    ...(type !== "hmac_sha256" && { algorithm: type.slice("hmac_".length) }),
    signature: call("header", signatureHeader, ...written),
    ...(verification.signedContent !== "{body}" && { content: toContent(verification.signedContent) }),
    ...(time && { timestamp: time }),
  })));
}

/** `v0:{timestamp}:{body}` → `["v0:", timestamp, ":", body]` */
function toContent(template: string): readonly SpecValue[] {
  const pieces = template.split(/\{(body|timestamp)\}/);
  return pieces.flatMap((piece, index): SpecValue[] => (index % 2 === 1 ? [{ reference: piece }] : piece === "" ? [] : [piece]));
}

function toSource(source: EventSource | ValueSource): SpecCall {
  if (source.from === "header") return call("header", source.name);
  return source.from === "field" ? call("field", source.path) : call("constant", source.value);
}

function options(values: Readonly<Record<string, SpecValue | undefined>>): readonly SpecObject[] {
  const given = Object.entries(values).filter((entry): entry is [string, SpecValue] => entry[1] !== undefined);
  return given.length === 0 ? [] : [object(given)];
}

function call(name: string, ...values: readonly SpecValue[]): SpecCall {
  return { call: name, arguments: values };
}

function object(entries: Iterable<readonly [string, SpecValue]>): SpecObject {
  return { entries: new Map(entries) };
}
