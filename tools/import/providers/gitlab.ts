import { componentName } from "../component-name.js";
import { payloadsByField } from "../payloads-by-field.js";
import type { ProviderImport } from "../payload-source.js";
import { readTypes } from "../read-types.js";

export default {
  read() {
    const { origin, converter, exported, names } = readTypes({
      packages: [
        ["@gitbeaker/core", "43.8.0"],
        ["@gitbeaker/requester-utils", "43.8.0"],
      ],
      entry: "dist/index.d.ts",
    });
    const { components } = converter;
    const events = names.filter((name) => /^Webhook(?!Base)\w+EventSchema$/.test(name)).map((name) => converter.schemaOf(exported(name)));
    // A group's own events are told by another field.
    const ofGroups = events.filter(({ $ref = "" }) => /Webhook(GroupMember|SubGroup)/.test($ref));
    const others = payloadsByField(events.filter((event) => !ofGroups.includes(event)), "object_kind", components);
    return { origin, components, payloads: [...others, ...payloadsByField(ofGroups, "event_name", components)] };
  },

  componentName(component) {
    return componentName(component.replace(":Webhook", ":").replace(/(Event)?Schema$/, ""));
  },
} satisfies ProviderImport;
