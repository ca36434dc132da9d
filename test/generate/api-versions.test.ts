import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { generate } from "../../src/generate.js";
import { GenerateError } from "../../src/errors.js";
import { capture } from "../cli/capture.js";
import { compileStrictly } from "../compile-strictly.js";
import { compileFolder } from "../model/compile-folder.js";
import { tempFolder } from "../temp-folder.js";

// The package that the provider is built into: one with payload types of three API versions. This one where it is undefined.
let root: string | undefined;
vi.mock("../../src/package-root.js", async (original) => {
  const { packageRoot } = await original<{ packageRoot: () => string }>();
  return { packageRoot: () => root ?? packageRoot() };
});

const yaml = (version?: string): string => `
webhooks:
  default:
    verification_type: hmac_sha256
    signature_header: X-Acme-Signature
    event_header: X-Acme-Event
    ${version === undefined ? "" : `api_version: ${version}`}
    events: [order, refund]
`;
const named = (version: string, name = "old"): string => `  ${name}:\n    api_version: ${version}\n    events: [order]\n`;

function schemas(folder: string, properties: object): Readonly<Record<string, string>> {
  const object = (fields: object): object => ({ type: "object", properties: fields });
  return {
    [`schemas/acme/${folder}events.json`]: JSON.stringify({ order: { payload: "OrderPayload" } }),
    [`schemas/acme/${folder}definitions.json`]: JSON.stringify({
      definitions: { OrderPayload: object({ ...properties, buyer: { $ref: "#/definitions/Buyer" } }), Buyer: object(properties) },
    }),
  };
}

beforeEach(() => {
  root = tempFolder({
    "package.json": '{ "version": "0.0.0" }',
    "providers/acme/webhook.yaml": yaml(),
    ...schemas("", { id: { type: "string" } }),
    "schemas/acme/SOURCE.json": JSON.stringify({ apiVersion: "2026-07" }),
    ...schemas("2026-04/", { id: { type: "number" } }),
    ...schemas("2026-01/", { number: { type: "number" } }),
  });
});

async function generateWith(text: string, more: object = {}) {
  const cwd = tempFolder({ "providers/acme/webhook.yaml": text });
  const { files } = await generate({ provider: "acme", cwd, providersDir: join(cwd, "providers"), ...more });
  return Object.fromEntries(files.map(({ path, text: written }) => [path, written]));
}

async function problemsOf(text: string) {
  const error = await generateWith(text).catch((caught: unknown) => caught);
  if (!(error instanceof GenerateError)) throw error;
  return error.problems;
}

describe("api_version", () => {
  it("unsaid: the types of no version in particular", async () => {
    const files = await generateWith(yaml());
    expect(Object.keys(files)).toEqual(["acme/handler.ts", "acme/payloads.ts"]);
    expect(files["acme/payloads.ts"]).toContain("id?: string");
  });

  it("the one that these are of: the same files", async () => {
    expect(Object.keys(await generateWith(yaml('"2026-07"')))).toEqual(["acme/handler.ts", "acme/payloads.ts"]);
  });

  it("of one webhook: the types of both versions side by side, under the same names", async () => {
    const files = await generateWith(yaml() + named('"2026-01"'), { samples: true, validators: true });
    expect(Object.keys(files)).toEqual([
      "acme/handler.ts", "acme/payloads.ts", "acme/samples.ts", "acme/validators.ts",
      "acme/old.ts", "acme/payloads.2026-01.ts", "acme/samples.2026-01.ts", "acme/validators.2026-01.ts",
    ]);
    expect(files["acme/old.ts"]).toContain('import type { OrderPayload } from "./payloads.2026-01.js";\nimport { validators } from "./validators.2026-01.js";');
    expect(files["acme/payloads.ts"]).toContain("id?: string");
    expect(files["acme/payloads.2026-01.ts"]).toContain("number?: number");
    const use = `import type { OrderEvent } from "./acme/handler.js";
import type { OrderEvent as OldOrderEvent } from "./acme/old.js";
export const ids = (now: OrderEvent, old: OldOrderEvent): readonly [string | undefined, number | undefined] => [now.payload.buyer?.id, old.payload.buyer?.number];
`;
    root = undefined;
    expect(compileStrictly("typescript7", compileFolder({ ...files, "use.ts": use }), { include: ["**/*.ts"] })).toBe("");
  });

  it("is inherited, as all else is", async () => {
    const files = await generateWith(`${yaml('"2026-04"')}  more:\n    events: [refund]\n`);
    expect(Object.keys(files)).toEqual(["acme/handler.ts", "acme/more.ts", "acme/payloads.2026-04.ts"]);
  });

  it("one that nobody has is refused once, where it is said, with those that there are", async () => {
    expect(await problemsOf(`${yaml('"2026-1"')}  more:\n    events: [refund]\n`)).toEqual([
      {
        code: "unknown-api-version",
        severity: "error",
        message: `There are no schemas of acme's API version "2026-1"`,
        hint: "Did you mean 2026-01? There are 2026-07, 2026-04, 2026-01.",
        at: { file: "providers/acme/webhook.yaml", line: 7, column: 5 },
      },
    ]);
  });

  it("of a provider without versions is refused", async () => {
    const cwd = tempFolder({ "providers/zeta/webhook.yaml": yaml("v1") });
    const run = generate({ provider: "zeta", cwd, providersDir: join(cwd, "providers") });
    await expect(run).rejects.toMatchObject({ problems: [{ code: "unknown-api-version", hint: expect.stringContaining("Leave api_version out") }] });
  });

  it("changed: the files of the version before go, and a bare run makes the same again", async () => {
    const cwd = tempFolder({ "providers/acme/webhook.yaml": yaml('"2026-01"') });
    await capture(["generate"], cwd);
    expect((await capture(["generate"], cwd)).stdout).toBe("unchanged  webhooks/acme/handler.ts\nunchanged  webhooks/acme/payloads.2026-01.ts\n");
    root = tempFolder({ "package.json": '{ "version": "0.0.0" }', ...schemas("2026-04/", { id: { type: "number" } }) });
    const next = tempFolder({ "providers/acme/webhook.yaml": yaml('"2026-04"') });
    const { stdout } = await capture(["generate", "--providers-dir", join(next, "providers")], cwd);
    expect(stdout).toBe("changed  webhooks/acme/handler.ts\ncreated  webhooks/acme/payloads.2026-04.ts\nremoved  webhooks/acme/payloads.2026-01.ts\n");
  });
});

it("diff compares a webhook's types with those of the version that it is sent now", async () => {
  const cwd = tempFolder({ "providers/acme/webhook.yaml": yaml() + named('"2026-01"') });
  await capture(["generate", "--import-extension", "none"], cwd);
  expect(await capture(["diff"], cwd)).toMatchObject({ exitCode: 0, stdout: "" });
  const next = tempFolder({ "providers/acme/webhook.yaml": yaml() + named('"2026-04"') });
  const { exitCode, stdout } = await capture(["diff", "--providers-dir", join(next, "providers")], cwd);
  expect({ exitCode, lines: stdout.trim().split("\n") }).toEqual({
    exitCode: 1,
    lines: [
      "breaking  removed field OrderPayload.number  (acme/payloads.2026-04.ts)",
      "added field OrderPayload.id  (acme/payloads.2026-04.ts)",
      "breaking  removed field Buyer.number  (acme/payloads.2026-04.ts)",
      "added field Buyer.id  (acme/payloads.2026-04.ts)",
    ],
  });
});
