import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../src/package-root.js";
import { componentName } from "./component-name.js";
import { openDeclarations } from "./open-declarations.js";
import type { ProviderImport } from "./payload-source.js";
import { payloadsByField, valuesAt } from "./payloads-by-field.js";
import type { SourcePayload } from "./source-payload.js";
import type { SourceSchema } from "./source-schema.js";
import type { ConversionRules } from "./type-converter.js";

/** What a hand-written source was written from. */
export interface WrittenSource {
  /** The provider's own pages. */
  readonly documentation: readonly string[];
  /** Path of the field that tells an event's actions apart: events whose field has known values get a payload for each. */
  readonly action?: string;
}

/** Imports `written/<provider>.ts`: types of what a provider documents but publishes no schemas of. Its `Events` says which payload is whose. */
export function written(provider: string, { documentation, action }: WrittenSource): ProviderImport {
  return {
    read() {
      const { converter, exported } = openDeclarations(FOLDER, `${provider}.ts`, RULES);
      const { components } = converter;
      const payloads = converter
        .propertiesOf(exported("Events"))
        .flatMap(({ name, type }) => payloadsOf(name, converter.schemaOf(type), action, components));
      return { origin: origin(provider, documentation), components, payloads };
    },
    componentName,
  };
}

const FOLDER = join(packageRoot(), "tools", "import", "written");

/** What the names of `written/formats.ts` stand for. A `Held<…>` is written out where it stands. */
const RULES: ConversionRules = {
  inline: /:Held</,
  classes: {
    DateTime: { type: "string", format: "date-time" },
    Url: { type: "string", format: "uri" },
    Email: { type: "string", format: "email" },
    Integer: { type: "integer" },
  },
};

function payloadsOf(event: string, schema: SourceSchema, action: string | undefined, components: Record<string, SourceSchema>): readonly SourcePayload[] {
  if (action !== undefined && valuesAt(schema, action.split("."), components).length > 0) {
    return payloadsByField([schema], action, components, `${event}.`).map((payload) => ({ ...payload, event, action: payload.event }));
  }
  if (schema.$ref !== undefined) return [{ event, reference: schema.$ref }];
  components[`payload:${event}`] = schema;
  return [{ event, reference: `#/components/schemas/payload:${event}` }];
}

function origin(provider: string, documentation: readonly string[]): ReturnType<ProviderImport["read"]>["origin"] {
  const file = `${provider}.ts`;
  const sha256 = createHash("sha256").update(readFileSync(join(FOLDER, file))).digest("hex");
  return { kind: "hand-written", file: `tools/import/written/${file}`, sha256, documentation };
}
