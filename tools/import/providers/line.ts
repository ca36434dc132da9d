import { componentName } from "../component-name.js";
import { payloadsByField } from "../payloads-by-field.js";
import type { ProviderImport } from "../payload-source.js";
import { membersOf, readTypes } from "../read-types.js";

export default {
  read() {
    const { origin, converter, exported } = readTypes({ packages: [["@line/bot-sdk", "11.0.0"]], entry: "dist/webhook/model/models.d.ts" });
    const members = membersOf(exported("Event")).map((event) => converter.schemaOf(event));
    return { origin, components: converter.components, payloads: payloadsByField(members, "type", converter.components) };
  },
  componentName,
} satisfies ProviderImport;
