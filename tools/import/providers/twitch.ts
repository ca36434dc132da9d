import type { ProviderImport } from "../payload-source.js";
import { componentName } from "../component-name.js";
import { readTypes } from "../read-types.js";
import type { SourceSchema } from "../source-schema.js";
import { TWITCH_EVENTS } from "./twitch-events.js";

export default {
  read() {
    const { origin, converter, exported } = readTypes({
      packages: [
        ["@twurple/eventsub-base", "8.1.4"],
        ["@twurple/api", "8.1.4"],
        ["@twurple/common", "8.1.4"],
      ],
      entry: [...new Set(TWITCH_EVENTS.map(([, name]) => `lib/events/EventSub${name}Event.external.d.ts`))],
      classes: { Date: { type: "string", format: "date-time" } },
    });
    const components: Record<string, SourceSchema> = { ...converter.components, subscription: SUBSCRIPTION };
    const payloads = TWITCH_EVENTS.map(([event, name]) => {
      components[`payload:${event}`] = delivery(converter.schemaOf(exported(`EventSub${name}EventData`)));
      return { event, reference: `#/components/schemas/payload:${event}` };
    });
    return { origin, components: Object.assign(converter.components, components), payloads };
  },

  componentName: (component) => componentName(component.replace(/:EventSub(\w+?)(V2)?(Event)?(Data)?$/, ":$1")),
} satisfies ProviderImport;

/** A subscription that is taken back comes without an event. */
function delivery(event: SourceSchema): SourceSchema {
  return { type: "object", properties: { subscription: { $ref: "#/components/schemas/subscription" }, event }, required: ["subscription"] };
}

/** Twitch's envelope, which the package does not describe. Its condition has other keys from type to type. */
const SUBSCRIPTION: SourceSchema = {
  type: "object",
  properties: {
    id: { type: "string" },
    type: { type: "string" },
    version: { type: "string" },
    status: { type: "string" },
    cost: { type: "integer" },
    condition: { type: "object", additionalProperties: true },
    transport: {
      type: "object",
      properties: { method: { type: "string", enum: ["webhook"] }, callback: { type: "string", format: "uri" } },
      required: ["method", "callback"],
    },
    created_at: { type: "string", format: "date-time" },
  },
  required: ["id", "type", "version", "status", "cost", "condition", "transport", "created_at"],
};
