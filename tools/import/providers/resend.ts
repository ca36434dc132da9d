import { componentName } from "../component-name.js";
import { payloadsByField } from "../payloads-by-field.js";
import type { ProviderImport } from "../payload-source.js";
import { membersOf, readTypes } from "../read-types.js";

export default {
  read() {
    const { origin, converter, exported } = readTypes({ packages: [["resend", "6.38.0"]], entry: "dist/index.d.mts" });
    const events = membersOf(exported("WebhookEventPayload")).map((event) => converter.schemaOf(event));
    return { origin, components: converter.components, payloads: payloadsByField(events, "type", converter.components) };
  },

  componentName(component) {
    return componentName(component.replace(/EventData$/, "Data").replace(":Base", ":").replace("GetInboxResponseSuccess", "Inbox"));
  },
} satisfies ProviderImport;
