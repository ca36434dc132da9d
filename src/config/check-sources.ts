import { idFields } from "./id-path.js";
import type { WebhookSettings } from "./keys.js";
import type { ProblemLog } from "./problem-log.js";
import type { EventSource, IdSource } from "./provider-config.js";
import type { ReadWebhook } from "./read-settings.js";

/** Where a request tells its event: exactly one of four keys says it, or a field and, where that is missing, a key of the body. */
export function checkEventSource(
  name: string,
  { settings, mark }: ReadWebhook,
  log: ProblemLog,
): EventSource | undefined {
  const { event_header: header, event_field: field, event_key: key, event: constant } = settings;
  const [said, more] = [header, field ?? key, constant].filter((setting) => setting !== undefined);
  if (said === undefined) {
    const message = `The webhook "${name}" does not say where a request tells its event`;
    return log.error(mark, { code: "missing-event-source", message, hint: "Add event_header, event_field, event_key or event." });
  }
  if (more !== undefined) {
    const hint = "Keep one of event_header, event_field, event_key and event.";
    return log.error(more.mark, { code: "conflicting-keys", message: "The event is read from two places", hint });
  }
  if (constant?.value !== undefined) return { from: "constant", value: constant.value };
  if (header?.value !== undefined) return { from: "header", name: header.value };
  const inField = field?.value && fieldSource(field.value);
  if (field !== undefined && inField === undefined) return undefined;
  return key?.value ? { from: "key", ...(inField && { unless: inField }) } : inField;
}

/** Where a request tells its delivery id: the header before the fields. */
export function deliveryIds({ delivery_id_header: header, delivery_id_field: fields }: WebhookSettings): readonly IdSource[] {
  return [
    ...(header?.value === undefined ? [] : [{ from: "header", name: header.value } as const]),
    ...(fields?.value ?? []).map((text) => fieldSource(idFields(text))),
  ];
}

function fieldSource(paths: readonly string[]): IdSource {
  const [path = "", another] = paths;
  return another === undefined ? { from: "field", path } : { from: "joined", paths };
}
