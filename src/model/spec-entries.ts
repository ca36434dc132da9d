import type { AcknowledgementConfig } from "../config/acknowledgement.js";
import type { IdSource, WebhookConfig } from "../config/provider-config.js";
import { call, object, optional, reference } from "./calls.js";
import type { EventModel } from "./handler-model.js";
import { toHandshake } from "./handshake-values.js";
import type { SpecCall, SpecValue } from "./spec-value.js";
import { toVerifyCall } from "./verify-call.js";

/** The entries of a spec between `secretEnv` and `routes`, from what the YAML says. */
export function toSpecEntries(config: WebhookConfig, events: readonly EventModel[]): ReadonlyMap<string, SpecValue> {
  const { acknowledgement, actionField, deliveryIds, eventMap, handshakes, maxBodyBytes, parameters, shape } = config;
  const ids = deliveryIds.map(toSource);
  const shapes = events.flatMap(({ event }) => (shape.has(event) ? [[event, shape.get(event) as readonly string[]] as const] : []));
  const entries: Readonly<Record<string, SpecValue | undefined>> = {
    verify: toVerifyCall(config.verification, config),
    params: parameters.size === 0 ? undefined : object(parameters),
    event: toEventSource(config),
    action: actionField === undefined ? undefined : call("field", actionField),
    id: ids.length > 1 ? ids : ids[0],
    eventMap: eventMap && [...eventMap].map(([wire, event]) => [wire, event]),
    batch: config.batch === undefined ? undefined : call("each", ...config.batch),
    handshakes: handshakes.length === 0 ? undefined : handshakes.map(toHandshake),
    acknowledgement: acknowledgement && toAcknowledgement(acknowledgement),
    bodyFormat: toBodyFormat(config),
    maxBodyBytes,
    shape: shapes.length === 0 ? undefined : object(new Map(shapes)),
  };
  return object(entries).entries;
}

function toEventSource({ event: source, events }: WebhookConfig): SpecCall {
  switch (source.from) {
    case "constant":
      return call("constant", source.value);
    case "key": {
      const key = call("presentKey", events.map(({ name }) => name));
      return source.unless === undefined ? key : call("firstOf", [toSource(source.unless), key]);
    }
    default:
      return toSource(source);
  }
}

function toSource(source: IdSource): SpecCall {
  if (source.from === "joined") return call("joined", source.paths.map((path) => call("field", path)), ".");
  return source.from === "header" ? call("header", source.name) : call("field", source.path);
}

function toBodyFormat({ bodyFormat, formField: field }: WebhookConfig): SpecValue | undefined {
  switch (bodyFormat) {
    case "json":
      return reference("anyJson");
    case "form":
      return call("form", ...optional({ field }));
    case "multipart":
      return call("form", object({ field, read: reference("multipart") }));
    default:
      return bodyFormat === undefined && field === undefined ? undefined : call("formOrJson", ...optional({ field }));
  }
}

function toAcknowledgement({ status, body, content_type: contentType }: AcknowledgementConfig): SpecValue {
  return call("answer", object({ status, body, contentType }));
}
