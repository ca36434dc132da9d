import { componentName } from "../component-name.js";
import type { ProviderImport } from "../payload-source.js";
import { pinnedPayload } from "../pinned-payload.js";
import { readTypes } from "../read-types.js";
import { PLAID_WEBHOOKS } from "./plaid-webhooks.js";

export default {
  read() {
    const { origin, converter, exported } = readTypes({ packages: [["plaid", "47.0.0"]], entry: "dist/api.d.ts" });
    const { components } = converter;
    const payloads = PLAID_WEBHOOKS.map(([type, code, name]) => {
      const { $ref = "" } = converter.schemaOf(exported(name));
      return pinnedPayload(`${type}.${code}`, $ref, { webhook_type: type, webhook_code: code }, components);
    });
    return { origin, components, payloads };
  },
  componentName,
} satisfies ProviderImport;
