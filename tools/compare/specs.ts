import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { WebhookSpec } from "@smart-webhooks/runtime";
import { parse, stringify } from "yaml";
import { loadProvider } from "../../src/load-provider.js";
import { packageRoot } from "../../src/package-root.js";

/** Specs by the name of their family. */
export type Specs = ReadonlyMap<string, WebhookSpec>;

/** The receivers that the HTTP cases are for. */
const BUILT_IN = ["github", "stripe", "slack", "twilio", "discord", "standard-webhooks"];

/** How the given families sign: by the tests' own YAML for the vectors, by the built-in providers for the HTTP cases. */
export async function loadSpecs(families: ReadonlySet<string>): Promise<{ readonly ofVectors: Specs; readonly builtIn: Specs }> {
  const cwd = mkdtempSync(join(tmpdir(), "swh-compare-"));
  try {
    // Built-in ones first: a folder of the same name would stand before them.
    const builtIn = await loadAll(BUILT_IN.filter((name) => families.has(name)), "default", cwd);
    const schemes = parse(readFileSync(join(packageRoot(), "test/fixtures/verify/families.yaml"), "utf8")) as Readonly<Record<string, object>>;
    const names = Object.keys(schemes).filter((name) => families.has(name));
    for (const name of names) {
      mkdirSync(join(cwd, "providers", name), { recursive: true });
      const other = { ...schemes[name], event: "anything", events: ["anything"], path: "/hook" };
      writeFileSync(join(cwd, "providers", name, "webhook.yaml"), stringify({ webhooks: { other } }));
    }
    return { builtIn, ofVectors: await loadAll(names, "other", cwd) };
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

async function loadAll(names: readonly string[], webhook: string, cwd: string): Promise<Specs> {
  const specs = new Map<string, WebhookSpec>();
  for (const name of names) {
    const spec = (await loadProvider(name, { cwd })).webhooks[webhook]?.spec;
    if (spec === undefined) throw new Error(`The provider ${name} has no webhook "${webhook}"`);
    specs.set(name, spec);
  }
  return specs;
}
