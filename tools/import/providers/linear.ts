import { componentName } from "../component-name.js";
import { payloadsByField } from "../payloads-by-field.js";
import type { ProviderImport } from "../payload-source.js";
import { readTypes } from "../read-types.js";

export default {
  /** The source's map of events also gives those whose `type` the types leave open. */
  read() {
    const { origin, converter, exported } = readTypes({ 
      packages: [["@linear/sdk", "98.0.0"]],
      entry: "dist/webhooks/index.d.mts",
      classes: { Date: { type: "string", format: "date-time" } },
    });
    const { components } = converter;
    const payloads = converter.propertiesOf(exported("LinearWebhookEventTypeMap")).flatMap(({ name, type }) => {
      const { $ref: reference = "" } = converter.schemaOf(type);
      const key = reference.slice(reference.lastIndexOf("/") + 1);
      const whole = components[key];
      // "Any entity's payload, and this data": the compiler would cross all entities' data with this one's.
      const [own] = type.isIntersection() ? type.types.slice(-1) : [];
      const data = own ? converter.propertiesOf(own).map((property) => [property.name, converter.schemaOf(property.type)] as const) : [];
      components[key] = { ...whole, properties: { ...whole?.properties, ...Object.fromEntries(data), type: { type: "string", enum: [name] } } };
      return payloadsByField([{ $ref: reference }], "type", components);
    });
    for (const { properties } of Object.values(components)) delete (properties as Record<string, unknown> | undefined)?.["__typename"];
    return { origin, components, payloads };
  },

  componentName(component) {
    return componentName(component.replace("$1", "").replace(/WebhookPayload$/, ""));
  },
} satisfies ProviderImport;
