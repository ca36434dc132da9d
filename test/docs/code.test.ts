import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { generate } from "../../src/generate.js";
import { packageRoot } from "../../src/package-root.js";
import { type Block, readWrittenPages } from "./pages.js";

const root = packageRoot();
const blocks = readWrittenPages().flatMap((page) => page.blocks);
const code = blocks.filter(({ language }) => language === "ts");
let folder = "";

/** The provider of the pages that are about one's own. */
const ACME = `webhooks:
  default:
    signing_secret_env: ACME_WEBHOOK_SECRET
    verification_type: hmac_sha256
    signature_header: X-Acme-Signature
    batch: "events[]"
    event_field: type
    events: [invoice.paid, parcel.lost]
`;

// What a fragment may use without saying where it comes from.
const PRELUDE = `
declare const app: import("express").Express;
declare const redis: import("ioredis").Redis;
declare const pool: import("pg").Pool;
declare const boss: import("pg-boss");
declare const connection: import("bullmq").ConnectionOptions;
declare const queue: import("bullmq").Queue;
declare const store: import("@smart-webhooks/runtime").ClaimStore;
declare const method: string, url: string, headers: Headers, body: Uint8Array, secret: string;
declare function fromNodeMiddleware<T>(listener: T): T;
`;

beforeAll(async () => {
  // Inside the repository, so that its packages are found.
  mkdirSync(join(root, "out"), { recursive: true });
  folder = mkdtempSync(join(root, "out/docs-"));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write("providers/acme/webhook.yaml", ACME);
  for (const provider of ["github", "stripe", "slack", "twilio", "clerk", "acme"]) {
    const { files } = await generate({ provider, cwd: folder, providersDir: join(folder, "providers"), samples: provider === "github" });
    for (const { path, text } of files) write(`webhooks/${path}`, text);
  }
  write("github.ts", 'export { MyGitHubHandler } from "../../examples/github.js";\n');
  write("stripe.ts", 'import { StripeHandler } from "./webhooks/stripe/handler.js";\nexport class MyStripeHandler extends StripeHandler {}\n');
  write("prelude.d.ts", PRELUDE);
  write("tsconfig.json", JSON.stringify({ extends: "../../examples/tsconfig.json", compilerOptions: { noUnusedLocals: false, paths: { "@/*": ["./*.ts"] } }, include: ["."], exclude: [] }));
  code.forEach(({ text, at }) => write(fileOf(at), `${text}\nexport {};\n`));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(at: string): string {
  return `${at.replaceAll(/[^\w]+/g, "-")}.ts`;
}

it("compiles, every block of every page", () => {
  expect(code.length).toBeGreaterThan(40);
  const { stdout, status } = spawnSync(process.execPath, ["node_modules/typescript7/bin/tsc", "-p", folder], { cwd: root, encoding: "utf8" });
  const told = code.reduce((text, { at }) => text.replaceAll(fileOf(at), `${at} +`), stdout);
  expect({ told, status }).toEqual({ told: "", status: 0 });
});

it("runs, every block that is a test", () => {
  const tests = code.filter(({ text }) => /from "vitest"/.test(text) && /^it\(/m.test(text)).map(({ at }) => fileOf(at));
  expect(tests.length).toBeGreaterThan(0);
  writeFileSync(join(folder, "vitest.config.ts"), `export default { test: { include: ${JSON.stringify(tests)} } };\n`);
  const { stdout, status } = spawnSync(process.execPath, [join(root, "node_modules/vitest/vitest.mjs"), "run", "--root", folder], { cwd: folder, encoding: "utf8" });
  expect({ status, told: status === 0 ? "" : stdout }).toEqual({ status: 0, told: "" });
});

it.each(blocks.filter(({ language }) => language === "json").map((block) => [block.at, block] as const))("%s is JSON", (_, { text }: Block) => {
  expect(() => JSON.parse(text) as unknown).not.toThrow();
});

it("has no block in a language that nothing checks", () => {
  const checked = new Set(["ts", "sh", "yaml", "json", "text", ""]);
  expect(blocks.filter(({ language }) => !checked.has(language)).map(({ at }) => at)).toEqual([]);
});
