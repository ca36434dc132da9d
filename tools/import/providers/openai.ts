import { componentName } from "../component-name.js";
import { payloadsByField } from "../payloads-by-field.js";
import type { ProviderImport } from "../payload-source.js";
import { membersOf, readTypes } from "../read-types.js";

export default {
  read() {
    const { origin, converter, exported } = readTypes({
      packages: [["openai", "6.49.0"]],
      entry: "resources/webhooks/webhooks.d.ts",
      inline: /WebhookEvent\.Data$/,
    });
    const events = membersOf(exported("UnwrapWebhookEvent")).map((event) => converter.schemaOf(event));
    return { origin, components: converter.components, payloads: payloadsByField(events, "type", converter.components) };
  },

  componentName(component) {
    return componentName(component.replace("WebhookEvent.", "."));
  },
} satisfies ProviderImport;
