import { componentName } from "../component-name.js";
import { pascalCase } from "../pascal-case.js";
import type { ProviderImport } from "../payload-source.js";
import { membersOf, readTypes } from "../read-types.js";

const PACKAGE = ["@paddle/paddle-node-sdk", "3.10.0"] as const;

export default {
  /** The client's classes are in camelCase; `…NotificationResponse` is what is on the wire: the `data` of an event. */
  read() {
    const { exported: exportedName } = readTypes({ packages: [PACKAGE], entry: "dist/types/notifications/helpers/types.d.ts" });
    const { origin, converter, exported, names } = readTypes({ packages: [PACKAGE], entry: "dist/types/notifications/types/index.d.ts" });
    const { components } = converter;
    const events = membersOf(exportedName("IEventName")).flatMap((type) => (type.isStringLiteral() ? [type.value] : []));
    const payloads = events.map((event) => {
      const candidates = [event, event.replace(/\.\w+$/, "")].map((name) => `I${pascalCase(name)}NotificationResponse`);
      const data = converter.schemaOf(exported(candidates.find((name) => names.includes(name)) ?? candidates.join(", ")));
      const properties = { event_id: TEXT, event_type: { type: "string", enum: [event] }, occurred_at: TEXT, notification_id: TEXT, data };
      components[`payload:${event}`] = { type: "object", properties, required: Object.keys(properties) };
      return { event, reference: `#/components/schemas/payload:${event}` };
    });
    return { origin, components, payloads };
  },

  componentName(component) {
    return componentName(component.replace(/:I(?=[A-Z])/, ":").replace(/Notification(Response)?$/, "").replace(/Response$/, ""));
  },
} satisfies ProviderImport;

const TEXT = { type: "string" };
