import type { EventSource, ValueSource, WebhookConfig } from "../config/provider-config.js";
import { call, object } from "./calls.js";
import type { EventModel } from "./handler-model.js";
import { toHandshake } from "./handshake-values.js";
import type { SpecCall, SpecValue } from "./spec-value.js";
import { toVerifyCall } from "./verify-call.js";

/** The entries of a spec between `secretEnv` and `routes`, from what the YAML says. */
export function toSpecEntries(config: WebhookConfig, events: readonly EventModel[]): ReadonlyMap<string, SpecValue> {
  const { actionField, bodyFormat, deliveryIds, eventMap, formField, handshakes, maxBodyBytes, parameters, shape } = config;
  const ids = deliveryIds.map(toSource);
  const shapes = events.flatMap(({ event }) => (shape.has(event) ? [[event, shape.get(event) as readonly string[]] as const] : []));
  const entries: Readonly<Record<string, SpecValue | undefined>> = {
    verify: toVerifyCall(config.verification, config),
    params: parameters.size === 0 ? undefined : object(parameters),
    event: toSource(config.event),
    action: actionField === undefined ? undefined : call("field", actionField),
    id: ids.length > 1 ? ids : ids[0],
    eventMap: eventMap && [...eventMap].map(([wire, event]) => [wire, event]),
    handshakes: handshakes.length === 0 ? undefined : handshakes.map(toHandshake),
    bodyFormat,
    formField,
    maxBodyBytes,
    shape: shapes.length === 0 ? undefined : object(new Map(shapes)),
  };
  return object(entries).entries;
}

function toSource(source: EventSource | ValueSource): SpecCall {
  if (source.from === "header") return call("header", source.name);
  return source.from === "field" ? call("field", source.path) : call("constant", source.value);
}
