import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { GenerateError } from "../../src/errors.js";
import { generate, type GenerateResult } from "../../src/generate.js";
import { packageRoot } from "../../src/package-root.js";
import { compileStrictly } from "../compile-strictly.js";
import { schemas, yamls } from "./hostile-inputs.js";

// Whatever YAML and schemas say: a refusal that explains itself, or code that compiles and does nothing when imported.
const RUNS = 2000;
const home = mkdtempSync(join(realpathSync(tmpdir()), "swh-fuzz-"));
const outputs = join(home, "out");
let written = 0;

beforeAll(() => {
  mkdirSync(outputs);
  writeFileSync(join(home, "package.json"), `{ "type": "module" }`);
  symlinkSync(join(packageRoot(), "node_modules"), join(home, "node_modules"));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Generates from these files and keeps what comes out. Answers the codes of a refusal. */
async function attempt(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const cwd = join(home, "project");
  rmSync(cwd, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  try {
    keep(await generate({ provider: "acme", cwd, providersDir: join(cwd, "providers"), samples: true, validators: true }));
    return [];
  } catch (error) {
    if (!(error instanceof GenerateError)) throw error;
    return error.problems.map(({ code, message }) => (message === "" ? "" : code));
  }
}

function keep({ files }: GenerateResult): void {
  written += 1;
  for (const { path, text } of files) {
    const file = join(outputs, `run-${written}`, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

const YAML = `
webhooks:
  default:
    signing_secret_env: ACME_SECRET
    verification_type: hmac_sha256
    signature_header: X-Sig
    event_header: X-Event
    events: [made]
`;

it("any schema is refused with a reason, or generates", async () => {
  await fc.assert(
    fc.asyncProperty(schemas, schemas, async (schema, other) => {
      const codes = await attempt({
        "providers/acme/webhook.yaml": YAML,
        "schemas/acme/made.schema.json": JSON.stringify(schema),
        "schemas/acme/other.json": JSON.stringify(other),
      });
      expect(codes).not.toContain("");
    }),
    { numRuns: RUNS },
  );
});

it("any YAML is refused with a reason, or generates", async () => {
  await fc.assert(
    fc.asyncProperty(yamls, async (yaml) => {
      const codes = await attempt({ "providers/acme/webhook.yaml": yaml });
      expect(codes).not.toContain("");
    }),
    { numRuns: RUNS },
  );
});

it("what was generated compiles, and does nothing when imported", async () => {
  expect(written).toBeGreaterThan(RUNS / 5);
  expect(compileStrictly("typescript7", home, { include: ["out/**/*.ts"], noEmit: false, rootDir: outputs, outDir: join(home, "js") })).toBe("");
  const before = Object.getOwnPropertyNames(globalThis).toSorted();
  const modules = readdirSync(join(home, "js"), { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".js"));
  expect(modules.length).toBeGreaterThan(written);
  for (const path of modules) await import(/* @vite-ignore */ pathToFileURL(join(home, "js", path)).href);
  expect(Object.getOwnPropertyNames(globalThis).toSorted()).toEqual(before);
  expect(Object.keys(Object.prototype)).toEqual([]);
}, 300_000);
