import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { tempFolder } from "../temp-folder.js";
import { capture } from "./capture.js";

const YAML = `webhooks:
  default:
    verification_type: hmac_sha256
    signature_header: X-Acme-Signature
    signing_secret_env: ACME_WEBHOOK_SECRET
    event_field: data.kind
    action_field: action
    delivery_id_field: id
    shape: { invoice.paid: [invoice] }
    events: [invoice.paid, issue]
  numbers:
    path: /webhooks/acme/numbers
    event_field: type
    event_map: { "2": command }
    events: [command, shared]
  others:
    path: /webhooks/acme/others
    event_field: what
    events: [shared]
`;

const issue = { type: "object", properties: { action: { type: "string" }, data: { type: "object", properties: { kind: { type: "string" }, title: { type: "string" } }, required: ["kind", "title"] } }, required: ["action", "data"] };

function project(more: Readonly<Record<string, string>> = {}): string {
  return tempFolder({ "providers/acme/webhook.yaml": YAML, "schemas/acme/issue.opened.schema.json": JSON.stringify(issue), ...more });
}

async function sampled(argv: readonly string[], cwd: string = project()): Promise<unknown> {
  const { exitCode, stdout } = await capture(["sample", ...argv], cwd);
  expect(exitCode).toBe(0);
  return JSON.parse(stdout);
}

describe("sample prints", () => {
  it("an example that the schema takes and that is routed to its event", async () => {
    const { exitCode, stdout, stderr } = await capture(["sample", "acme", "issue.opened"], project());
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({ action: "opened", data: { kind: "issue", title: "title" }, id: "test-delivery" });
  });

  it("the first action of an event that has actions", async () => {
    expect(await sampled(["acme", "issue"])).toMatchObject({ action: "opened" });
  });

  it("what a built-in schema says", async () => {
    expect(await sampled(["github", "pull_request.closed"])).toMatchObject({ action: "closed", pull_request: { url: "https://example.com/" } });
  });

  it.each(["push", "issues.opened", "repository_dispatch", "check_run", "star.created"])("what the schema of GitHub's %s takes", async (event) => {
    const { default: schemas } = await import("../../schemas/github/definitions.json", { with: { type: "json" } });
    const { default: events } = await import("../../schemas/github/events.json", { with: { type: "json" } });
    const [name = "", action] = event.split(".");
    const entry = (events as Readonly<Record<string, { readonly payload?: string; readonly actions?: Readonly<Record<string, string>> }>>)[name];
    const type = entry?.actions?.[action ?? Object.keys(entry.actions)[0] ?? ""] ?? entry?.payload;
    const isValid = new Ajv({ strict: false, validateFormats: false }).addSchema({ $id: "github", ...schemas }).getSchema(`github#/definitions/${type}`);
    expect({ valid: isValid?.(await sampled(["github", event])), errors: isValid?.errors }).toEqual({ valid: true, errors: null });
  });

  it("the least that is routed where there is no schema, and says so", async () => {
    const { stdout, stderr } = await capture(["sample", "acme", "invoice.paid"], project());
    expect(JSON.parse(stdout)).toEqual({ invoice: {}, data: { kind: "invoice.paid" }, id: "test-delivery" });
    expect(stderr).toBe("No schema for acme invoice.paid: this is the least that is routed to it.\n");
  });

  it("the number that stands for an event on the wire", async () => {
    expect(await sampled(["acme", "command"])).toEqual({ type: 2, id: "test-delivery" });
  });

  it("of the webhook that is named", async () => {
    expect(await sampled(["acme", "shared"])).toMatchObject({ type: "shared" });
    expect(await sampled(["acme", "shared", "--webhook", "others"])).toMatchObject({ what: "shared" });
  });

  it.each<[string, readonly string[], unknown]>([
    ["a text", ["data.title=a=b c"], { action: "opened", data: { kind: "issue", title: "a=b c" }, id: "test-delivery" }],
    ["JSON", ["data.title=[1, {}]"], { action: "opened", data: { kind: "issue", title: [1, {}] }, id: "test-delivery" }],
    ["what is not there", ["new.deep=1", "id=null"], { action: "opened", data: { kind: "issue", title: "title" }, id: null, new: { deep: 1 } }],
    ["into a list", ["data.title=[1]", "data.title.0=2", "data.title.1=3"], { action: "opened", data: { kind: "issue", title: [2, 3] }, id: "test-delivery" }],
    ["nothing", ["data.title="], { action: "opened", data: { kind: "issue", title: "" }, id: "test-delivery" }],
  ])("with --set, %s", async (_, sets, expected) => {
    expect(await sampled(["acme", "issue.opened", ...sets.flatMap((set) => ["--set", set])])).toEqual(expected);
  });

  it("a key that every object inherits like any other", async () => {
    const { stdout } = await capture(["sample", "acme", "issue.opened", "--set", "__proto__.x=1"], project());
    expect(stdout).toContain('"__proto__": {\n    "x": 1');
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it("the same JSON with --json, nothing besides it, and nothing when silent", async () => {
    const cwd = project();
    const { stdout } = await capture(["sample", "acme", "invoice.paid"], cwd);
    expect(await capture(["sample", "acme", "invoice.paid", "--json"], cwd)).toEqual({ exitCode: 0, stdout, stderr: "" });
    expect(await capture(["sample", "acme", "invoice.paid", "--silent"], cwd)).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });

  it("what a terminal would obey as escapes, with nothing lost", async () => {
    const title = "\u001b[31m\u202e\u009b\u00a0é😀";
    const { stdout } = await capture(["sample", "acme", "issue.opened", "--set", `data.title=${title}`], project());
    for (const sign of ["\u001b", "\u202e", "\u009b"]) expect(stdout).not.toContain(sign);
    expect(JSON.parse(stdout)).toMatchObject({ data: { title } });
  });
});

describe("sample refuses", () => {
  it.each<[string, readonly string[], RegExp]>([
    ["an unknown provider", ["acne", "issue"], /unknown-provider.*\n.*Did you mean acme\?/],
    ["an unknown event", ["acme", "isue"], /unknown-event.*\n.*Did you mean "issue"\?/],
    ["an unknown action", ["acme", "issue.opend"], /unknown-action.*\n.*Did you mean "opened"\?/],
    ["an unknown webhook", ["acme", "shared", "--webhook", "other"], /unknown-webhook.*\n.*Did you mean "others"\?/],
    ["an event of another webhook", ["acme", "issue", "--webhook", "others"], /unknown-event/],
    ["all events at once", ["acme", "all"], /unknown-event/],
    ["a provider's name that is a path", ["../acme", "issue"], /invalid-provider-name/],
    ["a path with brackets", ["acme", "issue", "--set", "data[0].title=1"], /unsettable-path {2}--set data\[0\]\.title has brackets.*commits\.0\.id/],
    ["a path into a text", ["acme", "issue", "--set", "data.title.x=1"], /unsettable-path {2}--set data\.title\.x leads into a string, which has no "x"/],
    ["a place beyond a list", ["acme", "issue", "--set", "a=[]", "--set", "a.1=1"], /unsettable-path {2}--set a\.1 leads into a list of 0/],
    ["a --set without a value", ["acme", "issue", "--set", "a"], /dotted path, = and a value/],
    ["a --set without a path", ["acme", "issue", "--set", "a..b=1"], /dotted path, = and a value/],
    ["one name only", ["acme"], /Missing required argument 'event'/],
    ["three names", ["acme", "issue", "more"], /too-many-arguments/],
    ["an unknown option", ["acme", "issue", "--sett", "a=1"], /Did you mean --set\?/],
  ])("%s", async (_, argv, message) => {
    const { exitCode, stdout, stderr } = await capture(["sample", ...argv], project());
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(message);
  });

  it("a schema that nothing meets", async () => {
    const cwd = project({ "schemas/acme/issue.schema.json": '{"properties":{"a":false},"required":["a"]}', "schemas/acme/issue.opened.schema.json": '{"properties":{"a":{"$ref":"#"}},"required":["a"]}' });
    expect(await capture(["sample", "acme", "issue.opened"], cwd)).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringMatching(/no-sample/) });
  });
});

it("sample --help says what it takes", async () => {
  const { exitCode, stdout } = await capture(["sample", "--help"], tempFolder());
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/<provider> <event>[^]*--set <path=value>[^]*--webhook <name>/);
});
