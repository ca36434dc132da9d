import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../src/package-root.js";

const github = join(packageRoot(), "test/golden/github/github/handler.ts");
const NOT_ADAPTERS = new Set(["lambda-request.ts", "node-request.ts", "raw-body.ts", "routes.ts"]);
const HANDLER = `import { GitHubHandler } from ${JSON.stringify(github)}; export default GitHubHandler.define({});`;
const SUBPATHS = ["redis", "postgres", "worker", "bullmq", "pg-boss", "sqs", "nats", "guards", "opentelemetry"].map((name, index) => `export * as s${index} from "@smart-webhooks/runtime/${name}";`).join(" ");
const EVERYTHING = `export * from "@smart-webhooks/runtime"; export * from "@smart-webhooks/runtime/verify"; export * from "@smart-webhooks/runtime/fetch"; ${SUBPATHS}`;

const ADAPTERS = readdirSync(join(packageRoot(), "src/runtime/adapters")).flatMap((file) => (NOT_ADAPTERS.has(file) ? [] : [file.replace(".ts", "")]));

/** A package bundled as for a platform. */
async function bundle(contents: string, conditions: readonly string[], plugins: Plugin[] = []): Promise<{ readonly text: string; readonly files: readonly string[] }> {
  const stdin = { contents, resolveDir: packageRoot(), loader: "ts" } as const;
  const result = await build({ stdin, plugins, bundle: true, minify: true, write: false, metafile: true, format: "esm", platform: "neutral", mainFields: [], conditions: [...conditions], external: ["node:*"] });
  const [output] = Object.values(result.metafile.outputs);
  const files = Object.entries(output?.inputs ?? {}).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path.replace(/^.*?\/runtime\/(?:dist\/)?/, "").replace(/\.ts$/, ".js")] : []));
  return { text: result.outputFiles[0]?.text ?? "", files };
}

type Entry = Readonly<Record<string, string>>;
const runtime = join(packageRoot(), "src/runtime");
const { exports, imports } = JSON.parse(readFileSync(join(runtime, "package.json"), "utf8")) as { readonly exports: Readonly<Record<string, Entry>>; readonly imports: Readonly<Record<string, Entry>> };

/** The runtime's sources in place of its package: what that is linked into tells nothing by its names. */
const fromSources: Plugin = {
  name: "from-sources",
  setup({ onResolve, initialOptions: { conditions = [] } }) {
    const source = (entry: Entry | undefined): { readonly path: string; readonly sideEffects: false } => {
      const [, script = ""] = Object.entries(entry ?? {}).find(([name]) => name === "default" || conditions.includes(name)) ?? [];
      return { path: join(runtime, script.replace("dist/", "").replace(/js$/, "ts")), sideEffects: false };
    };
    onResolve({ filter: /^@smart-webhooks\/runtime/ }, ({ path }) => source(exports[path.replace("@smart-webhooks/runtime", ".")]));
    onResolve({ filter: /^#crypto$/ }, ({ path }) => source(imports[path]));
  },
};

describe("a bundle", () => {
  it("of a handler holds the schemes that its spec names, and no other", async () => {
    const { files } = await bundle(HANDLER, ["node"], [fromSources]);
    const schemes = ["aws-sns", "basic", "ecdsa", "ed25519", "fetched-key", "form", "handshake", "hash", "hmac", "jwt", "rsa", "several", "standard-webhooks", "token", "url"];
    expect(schemes.filter((scheme) => files.includes(`verify/${scheme}.js`))).toEqual(["hmac"]);
    expect(files).toContain("crypto/node.js");
    // Nothing compares payloads with their types unless it was generated to.
    expect(files.filter((file) => file.startsWith("validate/"))).toEqual([]);
  });

  it("of a handler holds nothing for batches, handshakes, timestamps, URLs and deadlines where its spec has none", async () => {
    const { files } = await bundle(HANDLER, ["node"], [fromSources]);
    const parts = ["batch", "forwarded-url", "in-time", "verify/answer", "verify/body-hash", "verify/clock", "verify/items", "verify/url"];
    expect(parts.filter((part) => files.includes(`${part}.js`))).toEqual([]);
  });

  it("of a handler holds no store but memory's, no queue, guard or telemetry", async () => {
    const { files } = await bundle(HANDLER, ["node"], [fromSources]);
    expect(files).toContain("store/memory-store.js");
    expect(files.filter((file) => /^(?:dispatch|guards)\/|opentelemetry|redis|postgres/.test(file))).toEqual([]);
  });

  it.each([
    ["a handler", HANDLER, 1.01],
    ["verifySignature", 'export { verifySignature } from "@smart-webhooks/runtime";', 1.01],
    ["everything", EVERYTHING, 1.01],
    ["a scheme by itself", 'export { header, hmac } from "@smart-webhooks/runtime/verify";', 1.3],
  ])("of %s is of the size that its sources come to, though these are shipped in few files", async (_, contents, atMost) => {
    const [shipped, sources] = [await bundle(contents, ["node"]), await bundle(contents, ["node"], [fromSources])];
    expect(shipped.text.length / sources.text.length).toBeLessThan(atMost);
  });

  it.each(["workerd", "edge-light", "browser"])("for %s asks Node for nothing", async (condition) => {
    const { text, files } = await bundle(EVERYTHING, [condition]);
    expect(text).not.toMatch(/["'`]node:|\brequire\(|\bBuffer\b/);
    expect(files).toContain("crypto/web.js");
    expect(files).not.toContain("crypto/node.js");
  });

  it.each(["workerd", "edge-light", "browser"])("of each adapter asks Node for nothing on %s, and nobody for a framework", async (condition) => {
    for (const adapter of ADAPTERS) {
      const { text } = await bundle(`export * from "@smart-webhooks/runtime/${adapter}";`, [condition]);
      expect(text, adapter).not.toMatch(/["'`]node:|\brequire\(|\bimport\b/);
    }
  });

  it("for a platform that nobody named has WebCrypto, which all have", async () => {
    expect((await bundle(EVERYTHING, [])).files).toContain("crypto/web.js");
  });

  it.each(["node", "bun", "deno"])("for %s has node:crypto, which does not wait", async (condition) => {
    expect((await bundle(EVERYTHING, [condition])).files).toContain("crypto/node.js");
  });
});
