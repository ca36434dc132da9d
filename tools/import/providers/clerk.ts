import { componentName } from "../component-name.js";
import { payloadsByField } from "../payloads-by-field.js";
import type { ProviderImport } from "../payload-source.js";
import { membersOf, readTypes } from "../read-types.js";

export default {
  read() {
    const { origin, converter, exported } = readTypes({
      packages: [
        ["@clerk/backend", "3.25.0"],
        ["@clerk/shared", "4.40.0"],
      ],
      entry: "dist/webhooks.d.ts",
      inline: /:Webhook</,
    });
    const events = membersOf(exported("WebhookEvent")).map((event) => converter.schemaOf(event));
    return { origin, components: converter.components, payloads: payloadsByField(events, "type", converter.components) };
  },

  /** `UserJSON` is the user as it is on the wire. */
  componentName(component) {
    return componentName(component)?.replace(/(WebhookEvent)?JSON$/, "");
  },
} satisfies ProviderImport;
