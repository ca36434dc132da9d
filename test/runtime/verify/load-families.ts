import { readFileSync } from "node:fs";
import type { WebhookSpec } from "@smart-webhooks/runtime";
import { webhookOfFamily } from "../../../tools/compare/family-webhook.js";
import { loadSpecs } from "../../../tools/compare/specs.js";
import { generateAll, importWebhooks, removeGenerated } from "../../providers/generated-webhooks.js";
import type { Vector } from "./verdict.js";

export { type Vector, verdict } from "./verdict.js";

function read(name: string): string {
  return readFileSync(new URL(`../../fixtures/verify/${name}`, import.meta.url), "utf8");
}

/** Requests made by the vendors' own packages, and by their documented formulas. */
export const vectors: readonly Vector[] = (JSON.parse(read("signatures.json")) as { readonly vectors: readonly Vector[] }).vectors;

/** The families that the vectors are of. */
export const families: readonly string[] = [...new Set(vectors.map(({ provider }) => provider))];

/** The spec of each family, from its provider's YAML by way of the table of calls. */
export function loadFamilies(): Promise<ReadonlyMap<string, WebhookSpec>> {
  return loadSpecs(families);
}

/** The spec of each family, as its generated class holds it: printed, compiled, imported. */
export async function importFamilies(): Promise<ReadonlyMap<string, WebhookSpec>> {
  const folder = await generateAll();
  try {
    const specs = new Map<string, WebhookSpec>();
    for (const family of families) {
      const { provider, webhook } = webhookOfFamily(family);
      const found = (await importWebhooks(folder, provider)).find((one) => one.webhook === webhook);
      if (found === undefined) throw new Error(`There is no ${provider}/${webhook}`);
      specs.set(family, found.spec);
    }
    return specs;
  } finally {
    removeGenerated(folder);
  }
}
