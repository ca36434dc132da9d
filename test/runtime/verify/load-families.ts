import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { WebhookSpec } from "@smart-webhooks/runtime";
import { parse, stringify } from "yaml";
import { generate } from "../../../src/generate.js";
import { loadProvider } from "../../../src/load-provider.js";
import type { Vector } from "./verdict.js";

export { type Vector, verdict } from "./verdict.js";

function read(name: string): string {
  return readFileSync(new URL(`../../fixtures/verify/${name}`, import.meta.url), "utf8");
}

/** Requests made by the vendors' own packages, and by their documented formulas. */
export const vectors: readonly Vector[] = (JSON.parse(read("signatures.json")) as { readonly vectors: readonly Vector[] }).vectors;

const schemes = parse(read("families.yaml")) as Readonly<Record<string, object>>;

/** The families that the vectors are of. */
export const families: readonly string[] = [...new Set(vectors.map(({ provider }) => provider))];

/** Not that of a built-in provider, which it would extend. */
function folderOf(family: string): string {
  return `acme-${family}`;
}

/** Runs something in a project that describes every family. */
export async function withFamilies<T>(run: (cwd: string) => Promise<T>): Promise<T> {
  const cwd = mkdtempSync(join(realpathSync(tmpdir()), "swh-families-"));
  try {
    for (const family of families) {
      mkdirSync(join(cwd, "providers", folderOf(family)), { recursive: true });
      const webhook = { ...schemes[family], event: "anything", events: ["anything"], path: "/hook" };
      writeFileSync(join(cwd, "providers", folderOf(family), "webhook.yaml"), stringify({ webhooks: { other: webhook } }));
    }
    return await run(cwd);
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

/** The spec of each family, from YAML by way of the table of calls. */
export function loadFamilies(): Promise<ReadonlyMap<string, WebhookSpec>> {
  return withFamilies(async (cwd) => {
    const specs = new Map<string, WebhookSpec>();
    for (const family of families) {
      const { webhooks } = await loadProvider(folderOf(family), { cwd });
      specs.set(family, (webhooks["other"] as { readonly spec: WebhookSpec }).spec);
    }
    return specs;
  });
}

/** The spec of each family, as its generated class holds it: printed, compiled, imported. */
export function importFamilies(): Promise<ReadonlyMap<string, WebhookSpec>> {
  return withFamilies(async (cwd) => {
    const specs = new Map<string, WebhookSpec>();
    for (const family of families) {
      const { files } = await generate({ provider: folderOf(family), cwd, providersDir: join(cwd, "providers"), webhook: "other" });
      const [file] = files;
      if (!file) throw new Error(`Nothing was generated for ${family}`);
      const path = join(cwd, `${family}.ts`);
      writeFileSync(path, file.text);
      const module = (await import(/* @vite-ignore */ path)) as Readonly<Record<string, { readonly spec: WebhookSpec }>>;
      const [handler] = Object.values(module);
      if (!handler) throw new Error(`The file of ${family} exports nothing`);
      specs.set(family, handler.spec);
    }
    return specs;
  });
}
