import { checkEventSource, deliveryIds } from "./check-sources.js";
import type { ListedEvent } from "./event-list.js";
import { ListedEvents } from "./listed-events.js";
import type { ProblemLog } from "./problem-log.js";
import type { EventConfig, EventSource, WebhookConfig } from "./provider-config.js";
import type { ReadWebhook } from "./read-settings.js";
import type { WebhookSettings } from "./keys.js";

type Routing = Pick<WebhookConfig, "event" | "deliveryIds" | "eventMap" | "shape" | "events">;

/** Which events a webhook has, where a request tells its event and its delivery id. Undefined when it cannot be said. */
export function checkEvents(name: string, webhook: ReadWebhook, log: ProblemLog): Routing | undefined {
  const { settings } = webhook;
  const event = checkEventSource(name, webhook, log);
  if (settings.events === undefined) {
    const message = `The webhook "${name}" has no events`;
    return log.error(webhook.mark, {
      code: "missing-events",
      message,
      hint: "List them: events: [push, pull_request].",
    });
  }
  if (event === undefined || settings.events.value === undefined) return undefined;
  const listed = new ListedEvents(name, settings.events.value, log);
  if (event.from === "constant" && settings.event !== undefined) {
    listed.check("event", { value: event.value, mark: settings.event.mark });
  }
  const eventMap = checkEventMap(settings, event, listed, log);
  return {
    event,
    deliveryIds: deliveryIds(settings),
    ...(eventMap && { eventMap }),
    shape: checkShape(settings.shape, listed),
    events: settings.events.value.map(toEventConfig),
  };
}

function toEventConfig({ value: name, method, mark }: ListedEvent): EventConfig {
  const at = mark.source.position(mark.start);
  return method === undefined ? { name, at } : { name, method, at };
}

function checkEventMap(
  { event_map: setting }: WebhookSettings,
  event: EventSource,
  listed: ListedEvents,
  log: ProblemLog,
): WebhookConfig["eventMap"] {
  if (setting?.value === undefined) return undefined;
  if (event.from === "constant" && !setting.inherited) {
    const message = '"event_map" has nothing to translate: "event" is always the same';
    log.error(setting.mark, { code: "conflicting-keys", message, hint: "Keep one of event and event_map." });
  }
  const entries = [...setting.value].filter(([, target]) => listed.keeps("event_map", target, setting.inherited));
  if (event.from === "constant" || entries.length === 0) return undefined;
  return new Map(entries.map(([wire, target]) => [event.from === "field" ? wireValue(wire) : wire, target.value]));
}

// In a body, 2 is most often the JSON number 2; YAML's quotes cannot say which, as many editors add them.
function wireValue(key: string): string | number {
  const number = Number(key);
  return /^(?:0|-?[1-9]\d*)$/.test(key) && Number.isSafeInteger(number) ? number : key;
}

function checkShape(setting: WebhookSettings["shape"], listed: ListedEvents): WebhookConfig["shape"] {
  const entries = [...(setting?.value ?? [])].filter(([event, { mark, inherited }]) =>
    listed.keeps("shape", { value: event, mark }, inherited ?? setting?.inherited ?? false),
  );
  return new Map(entries.map(([event, keys]) => [event, keys.value]));
}
