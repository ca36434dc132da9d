import { describe, expect, it } from "vitest";
import { acmeModel, acmeProblems } from "./acme-model.js";
import { generateAcme } from "./generate-acme.js";

const schema = (more: object = {}): object => ({ type: "object", properties: { id: { type: "string" } }, required: ["id"], ...more });
const refersTo = (name: string): object => schema({ properties: { it: { $ref: `parts.json#/definitions/${name}` } } });

/** The lines of a text that begin with `export`, cut at the name. */
const exported = (text = ""): readonly (string | undefined)[] => [...text.matchAll(/^export (?:abstract )?\w+ (\w+)/gm)].map(([, name]) => name);

describe("each webhook", () => {
  it("has a class, a union and a file of its own", () => {
    const { webhooks } = acmeModel({ name: "GitHub", webhooks: { default: ["push"], releases: ["release"], "all-hands_2fa": ["meeting"] } });
    expect(webhooks.map(({ file, className, unionName }) => [file, className, unionName])).toEqual([
      ["handler", "GitHubHandler", "GitHubEvent"],
      ["releases", "GitHubReleasesHandler", "GitHubReleasesEvent"],
      ["all-hands_2fa", "GitHubAllHands2faHandler", "GitHubAllHands2faEvent"],
    ]);
  });

  it("calls an event as the others do: the payloads are shared, the names are the provider's", () => {
    const { webhooks } = acmeModel({ webhooks: { default: ["push", "404"], more: ["404", "push"] }, actions: { push: ["made"] } });
    const [first, second] = webhooks.map(({ events }) => events);
    expect(second).toEqual(first?.toReversed());
  });

  it("is read from one YAML and written to one file each", async () => {
    const { texts } = await generateAcme({ events: ["push"], webhooks: { releases: { path: "/r", events: ["push", "release"] } }, schemas: { push: schema(), release: schema() } });
    expect(Object.keys(texts)).toEqual(["acme/handler.ts", "acme/releases.ts", "acme/payloads.ts"]);
    expect(exported(texts["acme/handler.ts"])).toEqual(["AcmeEvent", "PushEvent", "AcmeHandler"]);
    expect(exported(texts["acme/releases.ts"])).toEqual(["AcmeReleasesEvent", "PushEvent", "ReleaseEvent", "AcmeReleasesHandler"]);
    expect(exported(texts["acme/payloads.ts"])).toEqual(["PushPayload", "ReleasePayload"]);
  });
});

describe("a class may be called", () => {
  const model = (className: string) => ({ webhooks: { default: ["push", "issues"] }, actions: { issues: ["opened"] }, flags: { className } });

  it.each(["Hooks", "H", "GitHub2_Handler", "AcmeHandler", "Issues", `A${"b".repeat(127)}`])("%s", (className) => {
    expect(acmeModel(model(className)).webhooks[0]?.className).toBe(className);
  });

  it.each([
    ["hooks", "That is no name for a class"],
    ["2Hooks", "That is no name for a class"],
    ["", "That is no name for a class"],
    ["Hooks { }", "That is no name for a class"],
    ["Größe", "That is no name for a class"],
    [`A${"b".repeat(128)}`, "That is no name for a class"],
    ["WebhookHandler", "The class cannot be called WebhookHandler: its file has that name already"],
    ["WebhookSpec", "The class cannot be called WebhookSpec: its file has that name already"],
    ["AcmeEvent", "The class cannot be called AcmeEvent: its file has that name already"],
    ["PushEvent", "The class cannot be called PushEvent: its file has that name already"],
    ["IssuesOpenedEvent", "The class cannot be called IssuesOpenedEvent: its file has that name already"],
    ["IssuesOpenedPayload", "The class cannot be called IssuesOpenedPayload: its file has that name already"],
  ])("anything but %j", (className, message) => {
    const hint = "Give --class-name an upper-case letter, then letters and digits, such as GitHubHandler";
    expect(acmeProblems(model(className))).toEqual([{ code: "invalid-class-name", severity: "error", message, hint }]);
  });
});

describe("payloads.ts holds", () => {
  const schemas = { push: refersTo("user"), "issues.opened": refersTo("label"), "issues.closed": schema() };
  const parts = { "schemas/acme/parts.json": JSON.stringify({ definitions: { user: schema(), label: refersTo("color"), color: schema(), other: schema() } }) };

  it("the payloads in the order of the events, then what they mention, close types close", async () => {
    const { texts } = await generateAcme({ events: ["issues", "push"], schemas, files: parts });
    expect(exported(texts["acme/payloads.ts"])).toEqual(["IssuesClosedPayload", "IssuesOpenedPayload", "PushPayload", "PartsLabel", "PartsUser", "PartsColor"]);
  });

  it.each([
    [["push"], ["PushPayload", "PartsUser"]],
    [["issues.opened"], ["IssuesOpenedPayload", "PartsLabel", "PartsColor"]],
    [["issues.closed"], ["IssuesClosedPayload"]],
  ])("only what the chosen events need: %j", async (chosen, names) => {
    const { texts } = await generateAcme({ events: ["issues", "push"], chosen, schemas, files: parts });
    expect(exported(texts["acme/payloads.ts"])).toEqual(names);
  });

  it("nothing, and is not written, where no event has a schema", async () => {
    const { texts, eventsWithoutSchema } = await generateAcme({ events: ["push", "__proto__"] });
    expect(Object.keys(texts)).toEqual(["acme/handler.ts"]);
    expect(eventsWithoutSchema).toEqual(["push", "__proto__"]);
  });
});

it("the same input gives the same model, and is left as it was", () => {
  const acme = { webhooks: { default: ["push", { name: "404", method: "onMissing" }], more: ["issues"] }, actions: { issues: ["opened"] }, flags: { samples: true } };
  const before = structuredClone(acme);
  expect(acmeModel(acme)).toEqual(acmeModel(before));
  expect(acme).toEqual(before);
});
