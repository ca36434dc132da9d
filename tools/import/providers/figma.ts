import { parse } from "yaml";
import { readNpmFile } from "../npm-file.js";
import type { ProviderImport } from "../payload-source.js";
import type { SourceSchema } from "../source-schema.js";

export default {
  read() {
    const { text, origin } = readNpmFile("@figma/rest-api-spec", "0.43.0", "openapi/openapi.yaml");
    const { components } = parse(text) as { readonly components: { readonly schemas: Record<string, SourceSchema> } };
    const payloads = Object.entries(components.schemas).flatMap(([name, { allOf = [] }]) => {
      const event = allOf.flatMap(({ properties }) => properties?.["event_type"]?.enum ?? []);
      return /^Webhook\w+Payload$/.test(name) && event.length === 1 ? [{ event: String(event[0]), reference: `#/components/schemas/${name}` }] : [];
    });
    return { origin, components: components.schemas, payloads };
  },
  componentName: (component) => component,
} satisfies ProviderImport;
