import { componentName } from "../component-name.js";
import { payloadsByField } from "../payloads-by-field.js";
import type { ProviderImport } from "../payload-source.js";
import { readTypes } from "../read-types.js";

export default {
  read() {
    const { origin, converter, exported, names } = readTypes({
      packages: [["@notionhq/client", "5.26.0"]],
      entry: "build/src/api-endpoints/webhooks.d.ts",
    });
    const events = names.filter((name) => name.endsWith("WebhookPayload") && name !== "BaseWebhookPayload").map((name) => converter.schemaOf(exported(name)));
    return { origin, components: converter.components, payloads: payloadsByField(events, "type", converter.components) };
  },

  /** `WebhookCommentEntity` is a `CommentEntity`: here all is of webhooks. */
  componentName(component) {
    return componentName(component.replace(":Webhook", ":"));
  },
} satisfies ProviderImport;
