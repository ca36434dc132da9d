import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { tempFolder } from "../temp-folder.js";
import { capture } from "./capture.js";

const YAML = "webhooks:\n  default:\n    verify_signature: false\n    verification_type: none\n    event_field: type\n    events: [invoice.paid, a/b, issue]\n";
const SCHEMA = "schemas/acme/invoice.paid.schema.json";

const payloads = { "one.json": '{"type":"invoice.paid","total":12,"note":null}', "two.json": '{"type":"invoice.paid","total":12.5,"note":"x","tax":1}' };

function project(more: Readonly<Record<string, string>> = {}): string {
  return tempFolder({ "providers/acme/webhook.yaml": YAML, ...payloads, ...more });
}

const INFER = ["infer", "acme", "invoice.paid", "one.json", "two.json"];

describe("infer", () => {
  it("writes a schema that takes the payloads, says that it is inferred, and what to do next", async () => {
    const cwd = project();
    expect(await capture(INFER, cwd)).toEqual({
      exitCode: 0,
      stdout: `created  ${SCHEMA}\n`,
      stderr: "Next: read it and correct it where you know better, then npx smart-webhooks generate acme.\n",
    });
    const schema = JSON.parse(readFileSync(join(cwd, SCHEMA), "utf8"));
    expect(schema).toMatchObject({
      $comment: expect.stringMatching(/^Inferred from 2 captured payloads/),
      properties: { type: { type: "string" }, total: { type: "number" }, note: { type: ["string", "null"] }, tax: { type: "integer" } },
      required: ["type", "total", "note"],
    });
    for (const text of Object.values(payloads)) expect(new Ajv().validate(schema, JSON.parse(text))).toBe(true);
  });

  it("gives generate its types", async () => {
    const cwd = project();
    await capture(INFER, cwd);
    expect(await capture(["generate", "acme", "--events", "invoice.paid"], cwd)).toMatchObject({ exitCode: 0 });
    const text = readFileSync(join(cwd, "webhooks/acme/payloads.ts"), "utf8");
    expect(text).toContain("Inferred from 2 captured payloads");
    expect(text).toContain("export interface InvoicePaidPayload {\n  type: string;\n  total: number;\n  note: string | null;\n  tax?: number;\n}");
  });

  it("writes / as __, and an action after its event", async () => {
    const cwd = project();
    expect(await capture(["infer", "acme", "a/b", "one.json"], cwd)).toMatchObject({ stdout: "created  schemas/acme/a__b.schema.json\n" });
    expect(await capture(["infer", "acme", "issue.opened", "one.json"], cwd)).toMatchObject({ stdout: "created  schemas/acme/issue.opened.schema.json\n" });
  });

  it("leaves alone what is there, unless forced", async () => {
    const cwd = project({ [SCHEMA]: "{}" });
    expect(await capture(INFER, cwd)).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringMatching(/file-exists.*\n.*--force/) });
    expect(readFileSync(join(cwd, SCHEMA), "utf8")).toBe("{}");
    expect(await capture([...INFER, "--force"], cwd)).toMatchObject({ exitCode: 0, stdout: `changed  ${SCHEMA}\n` });
    expect(await capture(INFER, cwd)).toMatchObject({ exitCode: 0, stdout: `unchanged  ${SCHEMA}\n` });
  });

  it("prints with -o -, and writes nothing", async () => {
    const cwd = project();
    const { exitCode, stdout, stderr } = await capture([...INFER, "-o", "-"], cwd);
    expect({ exitCode, stderr, type: JSON.parse(stdout).type }).toEqual({ exitCode: 0, stderr: "", type: "object" });
    expect(existsSync(join(cwd, "schemas"))).toBe(false);
  });

  it("says in JSON what it wrote", async () => {
    const { stdout, stderr } = await capture([...INFER, "--json"], project());
    expect({ result: JSON.parse(stdout), stderr }).toEqual({ result: { files: [{ path: SCHEMA, change: "created" }], warnings: [], problems: [] }, stderr: "" });
  });

  it("works before anyone has described the provider", async () => {
    const cwd = tempFolder(payloads);
    expect(await capture(["infer", "brandnew", "made", "one.json"], cwd)).toEqual({
      exitCode: 0,
      stdout: "created  schemas/brandnew/made.schema.json\n",
      stderr: 'Next: describe brandnew in providers/brandnew/webhook.yaml, with "made" among its events.\n',
    });
  });
});

describe("infer refuses", () => {
  it.each<[string, readonly string[], RegExp]>([
    ["an unknown event", ["acme", "invoice.payd", "one.json"], /unknown-event.*\n.*Did you mean "invoice.paid"\?/],
    ["a provider that is misspelt", ["acne", "invoice.paid", "one.json"], /unknown-provider.*\n.*Did you mean acme\?/],
    ["a provider's name that is a path", ["../../x", "a", "one.json"], /invalid-provider-name/],
    ["an event's name that hides", ["brandnew", "a\u202eb", "one.json"], /invalid-event-name/],
    ["an event's name that is a path on Windows", ["brandnew", "..\\..\\x", "one.json"], /invalid-event-name/],
    ["an event's name that no file can have", ["brandnew", "x".repeat(250), "one.json"], /invalid-event-name/],
    ["a file that is not there", ["acme", "issue", "none.json"], /none\.json {2}error {2}unreadable-file/],
    ["a folder", ["acme", "issue", "providers"], /unreadable-file/],
    ["what is no JSON, every file of it", ["acme", "issue", "bad.json", "worse.json"], /bad\.json:1:6 {2}error {2}invalid-json[^]*worse\.json:1:1 {2}error {2}invalid-json/],
    ["a payload that is too deep", ["acme", "issue", "deep.json"], /deep\.json:1:\d+ {2}error {2}payload-too-deep/],
    ["another place to write", ["acme", "issue", "one.json", "-o", "x.json"], /Give - to print/],
    ["no files", ["acme", "issue"], /Missing required argument 'files'/],
  ])("%s", async (_, argv, message) => {
    const cwd = project({ "bad.json": '{"a":}', "worse.json": "", "deep.json": "[".repeat(200) + "]".repeat(200) });
    const { exitCode, stdout, stderr } = await capture(["infer", ...argv], cwd);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(message);
    expect(existsSync(join(cwd, "schemas"))).toBe(false);
  });

  it("to write through a link that leads elsewhere", async () => {
    const elsewhere = tempFolder();
    const cwd = project();
    mkdirSync(join(cwd, "schemas"));
    symlinkSync(elsewhere, join(cwd, "schemas/acme"));
    expect(await capture(INFER, cwd)).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/symlink/) });
    expect(existsSync(join(elsewhere, "invoice.paid.schema.json"))).toBe(false);
  });

  it("to replace a link", async () => {
    const cwd = project({ "schemas/acme/other.json": "mine" });
    symlinkSync("other.json", join(cwd, SCHEMA));
    expect(await capture([...INFER, "--force"], cwd)).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/not-a-file/) });
    expect(readFileSync(join(cwd, "schemas/acme/other.json"), "utf8")).toBe("mine");
  });
});
