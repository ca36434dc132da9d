import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { tempFolder } from "../temp-folder.js";
import { capture } from "./capture.js";

const yaml = (events: string, more = ""): string => `
webhooks:
  default:
    verification_type: hmac_sha256
    signature_header: X-Acme-Signature
    event_header: X-Acme-Event
    action_field: action
    events: [${events}]
${more}`;
const BILLING = "  billing:\n    events: [paid]\n";
const object = (properties: object, required: readonly string[] = []): string => JSON.stringify({ type: "object", properties, required });
const string = { type: "string" };

const FILES = {
  "providers/acme/webhook.yaml": yaml("order, task"),
  "schemas/acme/order.schema.json": object({ id: string, total: { type: "number" }, lines: { type: "array", items: { type: "object", properties: { sku: string } } } }, ["id", "total"]),
  "schemas/acme/task.opened.schema.json": object({ state: { enum: ["a", "b"] } }),
  "schemas/acme/task.closed.schema.json": object({ by: string }),
};

/** A project whose files were generated, then changed. */
async function changed(changes: Readonly<Record<string, string | undefined>>, { files = FILES, flags = [] as readonly string[] } = {}): Promise<string> {
  const cwd = tempFolder(files);
  expect(await capture(["generate", "acme", ...flags], cwd)).toMatchObject({ exitCode: 0 });
  for (const [path, text] of Object.entries(changes)) {
    if (text === undefined) rmSync(join(cwd, path));
    else writeFileSync(join(cwd, path), text);
  }
  return cwd;
}

const diffOf = async (...project: Parameters<typeof changed>) => {
  const { exitCode, stdout } = await capture(["diff", "acme"], await changed(...project));
  return { exitCode, lines: stdout.split("\n").slice(0, -1) };
};

describe("diff finds nothing", () => {
  test("where nothing changed", async () => {
    const cwd = await changed({});
    expect(await capture(["diff"], cwd)).toEqual({ exitCode: 0, stdout: "", stderr: "No change: acme.\n" });
    expect(JSON.parse((await capture(["diff", "--json"], cwd)).stdout)).toEqual({ changes: [], edited: [], warnings: [], problems: [] });
  });

  test("in files that were formatted otherwise", async () => {
    const cwd = await changed({});
    const path = join(cwd, "webhooks/acme/payloads.ts");
    writeFileSync(path, readFileSync(path, "utf8").replaceAll("\n", "\r\n").replaceAll(";", " ;").replaceAll('"a" | "b"', '| "b"\n    | "a"'));
    expect(await capture(["diff"], cwd)).toMatchObject({ exitCode: 0, stdout: "" });
  });

  test("in another class name, samples and validators", async () => {
    expect(await diffOf({}, { flags: ["--class-name", "Mine", "--samples", "--validators"] })).toEqual({ exitCode: 0, lines: [] });
  });
});

describe("diff tells events and actions", () => {
  test.each<readonly [string, Parameters<typeof changed>, number, readonly string[]]>([
    ["a new event", [{ "providers/acme/webhook.yaml": yaml("order, task, refund") }], 0, ["added event refund  (acme/handler.ts)"]],
    ["an event that is gone", [{ "providers/acme/webhook.yaml": yaml("task") }], 1, ["breaking  removed event order  (acme/handler.ts)"]],
    ["an event that was chosen and is gone", [{ "providers/acme/webhook.yaml": yaml("task") }, { flags: ["--events", "order"] }], 1, ["breaking  removed event order  (acme/handler.ts)"]],
    ["no event that was not chosen", [{ "providers/acme/webhook.yaml": yaml("order, task, refund") }, { flags: ["--events", "order"] }], 0, []],
    ["an event of another name", [{ "providers/acme/webhook.yaml": yaml("{ name: order, method: onPurchase }, task") }], 1, ["breaking  changed event order: OrderEvent → PurchaseEvent  (acme/handler.ts)"]],
    ["a new action", [{ "schemas/acme/task.done.schema.json": object({}) }], 0, ["added action task.done  (acme/handler.ts)"]],
    ["a new action of an event chosen whole", [{ "schemas/acme/task.done.schema.json": object({}) }, { flags: ["--events", "task"] }], 0, ["added action task.done  (acme/handler.ts)"]],
    ["no action that was not chosen", [{ "schemas/acme/task.done.schema.json": object({}) }, { flags: ["--events", "task.closed"] }], 0, []],
    ["an action that is gone", [{ "schemas/acme/task.closed.schema.json": undefined }], 1, ["breaking  removed action task.closed  (acme/handler.ts)"]],
    ["an action that was chosen and is gone", [{ "schemas/acme/task.closed.schema.json": undefined }, { flags: ["--events", "task.closed"] }], 1, ["breaking  removed action task.closed  (acme/handler.ts)"]],
    ["a new webhook", [{ "providers/acme/webhook.yaml": yaml("order, task", BILLING) }], 0, ["added webhook billing  (acme/billing.ts)"]],
    ["no webhook where one was made alone", [{ "providers/acme/webhook.yaml": yaml("order, task", BILLING) }, { flags: ["--webhook", "default"] }], 0, []],
    ["a webhook that is gone", [{ "providers/acme/webhook.yaml": yaml("order, task") }, { files: { ...FILES, "providers/acme/webhook.yaml": yaml("order, task", BILLING) } }], 1, ["breaking  removed webhook billing  (acme/billing.ts)"]],
    ["a schema that is new", [{ "schemas/acme/refund.schema.json": object({}) }, { files: { ...FILES, "providers/acme/webhook.yaml": yaml("refund") } }], 1, ["breaking  changed event refund: unknown → RefundPayload  (acme/handler.ts)"]],
  ])("%s", async (_, project, exitCode, lines) => expect(await diffOf(...project)).toEqual({ exitCode, lines }));
});

describe("diff tells fields", () => {
  const order = (properties: object, required: readonly string[] = ["id", "total"]) =>
    diffOf({ "schemas/acme/order.schema.json": object({ id: string, total: { type: "number" }, lines: { type: "array", items: { type: "object", properties: { sku: string } } }, ...properties }, required) });

  test.each<readonly [string, object, readonly string[] | undefined, readonly string[]]>([
    ["a new one", { note: string }, undefined, ["added field OrderPayload.note"]],
    ["one that must be there now", { }, ["id", "total", "lines"], ["changed field OrderPayload.lines: optional → required"]],
    ["one that need not be there now", {}, ["id"], ["breaking  changed field OrderPayload.total: required → optional"]],
    ["another type", { total: string }, undefined, ["breaking  changed field OrderPayload.total: number → string"]],
    ["null besides", { total: { type: ["number", "null"] } }, undefined, ["breaking  changed field OrderPayload.total: number → null | number"]],
    ["one in the items of a list", { lines: { type: "array", items: { type: "object", properties: { code: string } } } }, undefined, ["breaking  removed field OrderPayload.lines[].sku", "added field OrderPayload.lines[].code"]],
    ["a list that is none now", { lines: string }, undefined, ["breaking  changed field OrderPayload.lines: { sku?: string }[] → string"]],
  ])("%s", async (_, properties, required, lines) => {
    const exitCode = lines.some((line) => line.startsWith("breaking")) ? 1 : 0;
    expect(await order(properties, required)).toEqual({ exitCode, lines: lines.map((line) => `${line}  (acme/payloads.ts)`) });
  });

  test.each<readonly [string, readonly string[], string]>([
    ["a new value is expected", ["a", "b", "c"], 'changed field TaskOpenedPayload.state: "a" | "b" → "a" | "b" | "c"'],
    ["a value that is gone is not", ["a"], 'breaking  changed field TaskOpenedPayload.state: "a" | "b" → "a"'],
  ])("%s", async (_, values, line) => {
    expect((await diffOf({ "schemas/acme/task.opened.schema.json": object({ state: { enum: values } }) })).lines).toEqual([`${line}  (acme/payloads.ts)`]);
  });
});

describe("diff", () => {
  test("prints one JSON document", async () => {
    const cwd = await changed({ "schemas/acme/order.schema.json": object({ id: { type: "number" }, total: { type: "number" } }, ["id", "total"]) });
    const { exitCode, stdout, stderr } = await capture(["diff", "acme", "--json"], cwd);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({
      changes: [
        { change: "changed", kind: "field", file: "acme/payloads.ts", name: "OrderPayload.id", from: "string", to: "number", breaking: true },
        { change: "removed", kind: "field", file: "acme/payloads.ts", name: "OrderPayload.lines", breaking: true },
      ],
      edited: [],
      warnings: [],
      problems: [],
    });
  });

  test("says that files edited by hand need --force, and which", async () => {
    const cwd = await changed({ "providers/acme/webhook.yaml": yaml("order, task, refund") });
    const handler = join(cwd, "webhooks/acme/handler.ts");
    writeFileSync(handler, `${readFileSync(handler, "utf8")}// mine\n`);
    const { stderr } = await capture(["diff"], cwd);
    expect(stderr).toContain("smart-webhooks generate --force\nEdited by hand, which --force undoes: webhooks/acme/handler.ts.\n");
    expect(JSON.parse((await capture(["diff", "--json"], cwd)).stdout)).toMatchObject({ edited: ["webhooks/acme/handler.ts"] });
  });

  test("writes nothing, and generate takes the changes over", async () => {
    const cwd = await changed({ "providers/acme/webhook.yaml": yaml("order, task, refund") });
    const before = readFileSync(join(cwd, "webhooks/acme/handler.ts"), "utf8");
    expect((await capture(["diff"], cwd)).stderr).toContain("1 change, 0 breaking: acme.");
    expect(readFileSync(join(cwd, "webhooks/acme/handler.ts"), "utf8")).toBe(before);
    await capture(["generate"], cwd);
    expect(await capture(["diff"], cwd)).toMatchObject({ exitCode: 0, stdout: "" });
  });

  test.each([
    ["a provider that was not generated", ["diff", "acme"], "nothing-generated"],
    ["where nothing was generated", ["diff"], "nothing-generated"],
    ["a provider that there is not", ["diff", "acmee"], "unknown-provider"],
    ["an empty folder's name", ["diff", "--output", ""], "empty"],
    ["two providers", ["diff", "acme", "github"], "too-many-arguments"],
  ])("exits with 2: %s", async (_, argv, message) => {
    const { exitCode, stderr } = await capture(argv, tempFolder(FILES));
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining(message) });
  });
});
