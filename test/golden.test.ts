import { readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { generate } from "../src/generate.js";
import { seal } from "../src/write/seal.js";
import { compilers, compileStrictly } from "./compile-strictly.js";
import { tempFolder } from "./temp-folder.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const golden = join(root, "test/golden");

/** What is generated into each folder of `test/golden/`. */
const GOLDENS = {
  github: { provider: "github", cwd: tmpdir(), events: ["push", "pull_request", "issues"], samples: true },
  "github-all": { provider: "github", cwd: tmpdir(), samples: true },
  origin: { provider: "github", cwd: join(root, "test/fixtures/origin") },
  slack: { provider: "slack", cwd: tmpdir(), events: ["message", "app_mention", "reaction_added"] },
  stripe: {
    provider: "stripe",
    cwd: tmpdir(),
    events: ["checkout.session.completed", "payment_intent.succeeded", "invoice.paid", "customer.subscription.updated", "charge.refunded"],
  },
  inferred: { provider: "parcel-post", cwd: join(root, "test/fixtures/inferred"), samples: true, validators: true },
  shopify: { provider: "shopify", cwd: join(root, "test/fixtures/shopify"), samples: true },
  twilio: { provider: "twilio", cwd: tmpdir(), samples: true },
} as const;

/** What a provider's generation warns about, whatever its user does. */
const WARNINGS: Readonly<Record<string, readonly string[]>> = { twilio: ["weak-hash"] };

describe.each(Object.entries(GOLDENS))("the golden files of %s", (name, request) => {
  it("are what is generated", async () => {
    const { files, warnings } = await generate({ providersDir: join(request.cwd, "providers"), ...request });
    expect(warnings.map(({ code }) => code)).toEqual(WARNINGS[name] ?? []);
    for (const { path, text } of files) await expect(seal(text)).toMatchFileSnapshot(join(golden, name, path));
    const written = readdirSync(join(golden, name, request.provider)).toSorted();
    expect(written).toEqual(files.map(({ path }) => path.replace(`${request.provider}/`, "")).toSorted());
  });

  it("hold no any, no enum, no numbered twin and no index signature beside known keys", () => {
    for (const file of readdirSync(join(golden, name, request.provider))) {
      const text = readFileSync(join(golden, name, request.provider, file), "utf8");
      expect(text.match(/: any\b|<any\b|\bany\[\]|^(?:export )?(?:declare )?(?:const )?(?:enum|namespace|module)\b.*/gm)).toBeNull();
      expect(text.match(/^export (?:interface|type) \w*(?<!V)\d\b/gm)).toBeNull();
    }
  });
});

it.each(compilers)("the golden files compile strictly with %s", (compiler) => {
  expect(compileStrictly(compiler, tempFolder(), { include: [join(golden, "**/*.ts")] })).toBe("");
});
