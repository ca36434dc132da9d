import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { generate } from "../../src/generate.js";
import { packageRoot } from "../../src/package-root.js";
import { webhookOfFamily } from "../../tools/compare/family-webhook.js";
import { families } from "../runtime/verify/load-families.js";
import { withReceivers } from "../runtime/http/receivers.js";
import { type Platform, workerdConfig } from "./platforms.js";

const root = packageRoot();
const path = (name: string): string => JSON.stringify(join(root, name));

/** Generates the classes of every receiver and every way of signing into a folder, and a module that lists their specs. */
export async function writeSpecs(folder: string): Promise<void> {
  const written: [list: string, key: string, file: string][] = [];
  const write = async (list: string, key: string, cwd: string, provider: string, webhook?: string): Promise<void> => {
    for (const { path: file, text } of (await generate({ provider, cwd, providersDir: join(cwd, "providers"), webhook })).files) {
      const to = join(folder, list, key, file);
      mkdirSync(join(to, ".."), { recursive: true });
      writeFileSync(to, text);
      if (!file.endsWith("payloads.ts")) written.push([list, key, to]);
    }
  };
  for (const family of families) {
    const { provider, webhook } = webhookOfFamily(family);
    await write("families", family, folder, provider, webhook);
  }
  await withReceivers(async (cwd, names) => {
    for (const [key, provider] of names) await write("receivers", key, cwd, provider);
  });
  const imports = written.map(([, , file], index) => `import * as m${index} from ${JSON.stringify(file)};`);
  const entries = written.map(([list, key], index) => `add(${list}, ${JSON.stringify(key)}, Object.values(m${index})[0].spec);`);
  const lists = "export const families = {}, receivers = {};\nconst add = (list, key, spec) => (list[key] ??= []).push(spec);";
  writeFileSync(join(folder, "specs.ts"), [...imports, lists, ...entries].join("\n"));
}

/** Bundles the suite and a platform's own server into one file, as its users' bundlers would. */
export async function bundleFor(platform: Platform, specs: string, folder: string, port: number): Promise<string> {
  const contents = `
    import { runSuite } from ${path("test/conformance/suite.ts")};
    import { ContractHandler } from ${path("test/runtime/adapters/contract-handler.ts")};
    import signatures from ${path("test/fixtures/verify/signatures.json")};
    import httpCases from ${path("test/fixtures/http-cases.json")};
    import listed from ${path("test/fixtures/http-receivers.json")};
    import { families, receivers } from ${JSON.stringify(specs)};
    const data = {
      vectors: signatures.vectors, cases: httpCases.cases, listed, receivers,
      families: Object.fromEntries(Object.entries(families).map(([name, [spec]]) => [name, spec])),
    };
    const handlers = { contract: new ContractHandler({ maxBodyBytes: 1000, store: false }) };
    const suite = async ({ url }) => (url.endsWith("/suite") ? Response.json(await runSuite(data)) : undefined);
    ${platform.main(port)}`;
  const main = join(folder, "main.mjs");
  await build({
    stdin: { contents, resolveDir: root, loader: "ts" },
    bundle: true, format: "esm", platform: "neutral", mainFields: [], target: "es2022",
    conditions: [platform.condition], external: ["node:*"], nodePaths: [join(root, "node_modules")], outfile: main,
  });
  if (platform.condition === "workerd") writeFileSync(join(folder, "config.capnp"), workerdConfig(port));
  return main;
}
