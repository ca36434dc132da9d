import { componentName } from "../component-name.js";
import type { SourcePayload } from "../source-payload.js";
import { payloadsByField } from "../payloads-by-field.js";
import type { ProviderImport } from "../payload-source.js";
import { readTypes } from "../read-types.js";
import { ADYEN_EVENT_CODES, ADYEN_NOTIFICATIONS } from "./adyen-notifications.js";

export default {
  read() {
    const { origin, converter, exported } = readTypes({
      packages: [["@adyen/api-library", "32.1.0"]],
      entry: "lib/src/typings/index.d.ts",
      classes: { Date: { type: "string", format: "date-time" } },
    });
    const { components } = converter;
    const item = converter.schemaOf(exported("notification.NotificationRequestItem")).$ref ?? "";
    const classic = ADYEN_EVENT_CODES.map((event): SourcePayload => ({ event, reference: item }));
    const platform = ADYEN_NOTIFICATIONS.map((name) => converter.schemaOf(exported(name)));
    return { origin, components, payloads: [...classic, ...payloadsByField(platform, "type", components)] };
  },
  componentName: (component) => componentName(component)?.replace(/Enum$/, ""),
} satisfies ProviderImport;
