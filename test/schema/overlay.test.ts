import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { GenerateError, type Problem } from "../../src/errors.js";
import { generate } from "../../src/generate.js";
import { tempFolder } from "../temp-folder.js";

async function payloads(files: Readonly<Record<string, string>>, events: readonly string[] = ["push"], provider = "github"): Promise<string> {
  const cwd = tempFolder(files);
  const { files: made } = await generate({ provider, cwd, providersDir: join(cwd, "providers"), events });
  return made.find(({ path }) => path.endsWith("payloads.ts"))?.text ?? "";
}

async function problemsOf(overlay: string, more: Readonly<Record<string, string>> = {}, provider = "github"): Promise<readonly Problem[]> {
  const error = await payloads({ [`schemas/${provider}/overlay.yaml`]: overlay, ...more }, ["push"], provider).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(GenerateError);
  return (error as GenerateError).problems;
}

function patch(lines: Readonly<Record<string, string>>): string {
  const all = { at: "/definitions/PushPayload/properties/ref", op: "replace", value: "{ type: boolean }", why: "It is a flag here.", ...lines };
  const written = Object.entries(all).filter(([, value]) => value !== "").map(([key, value]) => `${key}: ${value}`);
  return `patches:\n  - ${written.join("\n    ")}\n`;
}

describe("a user's overlay over built-in schemas", () => {
  it("replaces, adds and removes, and only what it says", async () => {
    const overlay = `patches:
  - at: /definitions/PushPayload/properties/ref
    op: replace
    value: { type: boolean }
    why: Ours sends a flag.
  - at: [/definitions/PushPayload/properties/tenant, /definitions/PushPayload/properties/region]
    op: add
    value: { $ref: "#/definitions/Tenant" }
    why: Our proxy adds them.
  - at: /definitions/Tenant
    op: add
    value: { type: object, properties: { id: { type: integer } }, required: [id] }
    why: Our proxy adds it.
  - at: /definitions/PushPayload/properties/deleted
    op: remove
    why: It never comes.
`;
    const before = await payloads({});
    const after = await payloads({ "schemas/github/overlay.yaml": overlay });
    const lines = (text: string): ReadonlySet<string> => new Set(text.split("\n").filter((line) => !line.startsWith("// Content")));
    expect([...lines(after)].filter((line) => !lines(before).has(line))).toEqual(["  ref: boolean;", "  tenant?: Tenant;", "  region?: Tenant;", "export interface Tenant {"]);
    expect(before).toContain("  deleted: boolean;");
    expect(/interface PushPayload \{[^}]*deleted/.test(after)).toBe(false);
  });

  it("patches lists by the place of an item, and keys that hold a slash", async () => {
    const overlay = `patches:
  - at: /definitions/PushPayload/required/0
    op: remove
    why: It is missing at times.
  - at: /definitions/PushPayload/properties/a~1b
    op: add
    value: { enum: [x] }
    why: Ours.
  - at: /definitions/PushPayload/properties/a~1b/enum/1
    op: add
    value: "y"
    why: Ours.
`;
    const before = (await payloads({})).match(/interface PushPayload \{[^]*?\n\}/)?.[0] ?? "";
    const after = (await payloads({ "schemas/github/overlay.yaml": overlay })).match(/interface PushPayload \{[^]*?\n\}/)?.[0] ?? "";
    expect(after.match(/\?:/g)?.length).toBe((before.match(/\?:/g)?.length ?? 0) + 2);
    expect(after).toContain('  "a/b"?: "x" | "y";');
  });

  it("shapes the samples too", async () => {
    const cwd = tempFolder({ "schemas/github/overlay.yaml": patch({ value: "{ const: refs/heads/ours }" }) });
    const { files } = await generate({ provider: "github", cwd, providersDir: join(cwd, "providers"), events: ["push"], samples: true });
    expect(files.find(({ path }) => path.endsWith("samples.ts"))?.text).toContain('ref: "refs/heads/ours"');
  });

  it.each<[string, string, Partial<Problem>]>([
    ["a place that is not there", patch({ at: "/definitions/PushPayload/properties/reff" }), { code: "patch-refused", message: '"/definitions/PushPayload/properties/reff" is not in the built-in schemas: there is no "reff"', hint: 'Did you mean "ref"?' }],
    ["a type that is not there", patch({ at: "/definitions/PushPayloads/properties/ref" }), { code: "patch-refused", hint: 'Did you mean "PushPayload"?' }],
    ["what is there already", patch({ op: "add" }), { code: "patch-refused", hint: "Use op: replace, or remove the patch" }],
    ["what it says already", patch({ value: "{ type: string }" }), { code: "patch-refused", hint: "The built-in schema was corrected: remove the patch" }],
    ["a place beyond the end of a list", patch({ at: "/definitions/PushPayload/required/999", op: "add" }), { code: "patch-refused", message: expect.stringContaining("is not the place after the last") as string }],
    ["a place in what is no list", patch({ at: "/definitions/PushPayload/type/0" }), { code: "patch-refused" }],
    ["no definition", patch({ at: "/properties/ref" }), { code: "patch-refused" }],
    ["a whole definition away", patch({ at: "/definitions/PushPayload", op: "remove", value: "" }), { code: "patch-refused", hint: "Replace it, or remove a part of it" }],
    ["a name that is code", patch({ at: '"/definitions/X {} alert(1); interface Y"', op: "add" }), { code: "patch-refused" }],
    ["a name that is taken", patch({ at: "/definitions/Date", op: "add" }), { code: "patch-refused" }],
  ])("refuses %s", async (_, overlay, expected) => {
    expect(await problemsOf(overlay)).toMatchObject([{ ...expected, at: { file: "schemas/github/overlay.yaml", line: 2, column: 9 } }]);
  });

  it.each<[string, string, Partial<Problem>, readonly number[]]>([
    ["without a reason", patch({ why: "" }), { code: "invalid-overlay", message: "A patch needs its reason" }, [2, 5]],
    ["with a blank one", patch({ why: '" "' }), { code: "invalid-overlay", message: "A patch needs its reason" }, [5, 10]],
    ["with an unknown op", patch({ op: "replce" }), { code: "invalid-overlay", hint: "Did you mean replace?" }, [3, 9]],
    ["without an op", patch({ op: "" }), { code: "invalid-overlay", message: "A patch needs its op" }, [2, 5]],
    ["without a value", patch({ value: "" }), { code: "invalid-overlay", message: "op: replace needs a value" }, [2, 5]],
    ["with a value to remove", patch({ op: "remove" }), { code: "invalid-overlay", message: "op: remove takes no value" }, [4, 12]],
    ["with an unknown key", patch({ vlaue: "1" }), { code: "unknown-key", hint: "Did you mean value?" }, [6, 5]],
    ["without a place", patch({ at: "" }), { code: "invalid-overlay" }, [2, 5]],
    ["of another list", "patchs: []\n", { code: "unknown-key", hint: "Did you mean patches?" }, [1, 1]],
    ["of an alias", "patches: &a\n  - *a\n", { code: "yaml-alias" }, [2, 5]],
  ])("refuses one %s", async (_, overlay, expected, [line, column]) => {
    const problems = await problemsOf(overlay);
    expect(problems).toContainEqual(expect.objectContaining({ ...expected, at: { file: "schemas/github/overlay.yaml", line, column } }));
  });

  it("reports what is wrong with its schemas where it stands", async () => {
    const problems = await problemsOf(patch({ value: '{ anyOf: [{ type: strin }, { $ref: "#/definitions/Nobody" }, { $ref: "https://evil.example/x.json" }] }' }));
    expect(problems).toMatchObject([
      { code: "unknown-type", message: 'schemas/github/overlay.yaml has a schema of type "strin", which JSON Schema does not have', at: { file: "schemas/github/overlay.yaml", line: 4, column: 30 } },
      { code: "reference-refused", at: { file: "schemas/github/overlay.yaml", line: 4 } },
      { code: "bad-pointer", at: { file: "schemas/github/overlay.yaml", line: 4 } },
    ]);
  });

  it("has nothing to patch where there are no built-in schemas", async () => {
    const yaml = "webhooks: { default: { verify_signature: false, verification_type: none, event_field: type, events: [push] } }";
    const problems = await problemsOf(patch({}), { "providers/acme/webhook.yaml": yaml }, "acme");
    expect(problems).toMatchObject([{ code: "overlay-without-schemas", at: { file: "schemas/acme/overlay.yaml" } }]);
  });
});

describe("a user's schema of an event over a built-in provider", () => {
  const schema = JSON.stringify({ type: "object", properties: { mine: { type: "integer" } }, required: ["mine"] });

  it("is its payload", async () => {
    expect(await payloads({ "schemas/github/push.schema.json": schema })).toContain("export interface PushPayload {\n  mine: number;\n}");
  });

  it("is the payload of all its actions but those described by themselves", async () => {
    const cwd = tempFolder({ "schemas/github/issues.schema.json": schema, "schemas/github/issues.closed.schema.json": schema.replaceAll("mine", "end") });
    const { files } = await generate({ provider: "github", cwd, providersDir: join(cwd, "providers"), events: ["issues.opened", "issues.closed"] });
    const handler = files.find(({ path }) => path.endsWith("handler.ts"))?.text;
    expect(handler).toContain('IssuesOpenedEvent = WebhookEvent<"issues", IssuesPayload, "opened">');
    expect(handler).toContain('IssuesClosedEvent = WebhookEvent<"issues", IssuesClosedPayload, "closed">');
    expect(files.find(({ path }) => path.endsWith("payloads.ts"))?.text).toContain("export interface IssuesPayload {\n  mine: number;\n}");
  });
});
