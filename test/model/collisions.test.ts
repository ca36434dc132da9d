import { describe, expect, it } from "vitest";
import { compileStrictly } from "../compile-strictly.js";
import { acmeModel, acmeNames, acmeProblems, type Listed } from "./acme-model.js";
import { compileFolder } from "./compile-folder.js";
import { generateAcme } from "./generate-acme.js";

const HINT = "Name one of them yourself, in the YAML's events: - { name: the event, method: onWhatYouCallIt }";
const MEETINGS: readonly (readonly [first: string, second: string, name: string])[] = [
  ["a_b", "a.b", "ABEvent"],
  ["issue-comment", "issueComment", "IssueCommentEvent"],
  ["orders/create", "orders_create", "OrdersCreateEvent"],
  ["pushed_at", "push_edat", "PushEdatEvent"],
  ["event", "acme_event", "AcmeEventEvent"],
  ["404", "acme_404", "Acme404Event"],
  ["webhook", "acmeWebhook", "AcmeWebhookEvent"],
  ["işlem", "ışlem", "IşlemEvent"],
];

describe("two events that would get one name", () => {
  it.each(MEETINGS)("%j and %j are refused, both named, and told how to go on", (first, second, name) => {
    expect(acmeProblems({ webhooks: { default: ["push", first, second] } })).toEqual([
      {
        code: "name-collision",
        severity: "error",
        message: `The events "${first}" and "${second}" would both be called ${name}`,
        hint: HINT,
        at: expect.objectContaining({ line: 3 }),
      },
    ]);
  });

  it.each(MEETINGS)("%j and %j are told apart by { name, method }, whichever has it", (first, second) => {
    const named = (event: string): Listed => ({ name: event, method: "onMine" });
    expect(acmeProblems({ webhooks: { default: [named(first), second] } })).toEqual([]);
    expect(acmeNames({ webhooks: { default: [first, named(second)] } })[second]).toBe("onMine MineEvent");
  });

  it("are all said at once", () => {
    const problems = acmeProblems({ webhooks: { default: ["a_b", "push", "a.b", "a-b", "c_d", "c.d"] } });
    expect(problems.map(({ message, at }) => `${at?.line}: ${message}`)).toEqual([
      '3: The events "a_b" and "a.b" would both be called ABEvent',
      '4: The events "a_b" and "a-b" would both be called ABEvent',
      '6: The events "c_d" and "c.d" would both be called CDEvent',
    ]);
  });

  it.each<[string, readonly Listed[], Readonly<Record<string, readonly string[]>>, string]>([
    ["an action and an event", ["a", "a_b"], { a: ["b"] }, '"a.b" and "a_b" would both be called ABEvent'],
    ["actions of two events", ["a", "a_b"], { a: ["b_c"], a_b: ["c"] }, '"a.b_c" and "a_b.c" would both be called ABCEvent'],
    ["two actions of one", ["a"], { a: ["do_it", "do-it"] }, '"a.do_it" and "a.do-it" would both be called ADoItEvent'],
    ["an action without a letter and its event", ["a"], { a: ["!"] }, '"a" and "a.!" would both be called AEvent'],
    ["an event and the user's own name", ["push", { name: "shipped", method: "onPush" }], {}, '"push" and "shipped" would both be called PushEvent'],
    ["two names of the user's", [{ name: "x", method: "onPush" }, { name: "y", method: "onPush" }], {}, '"x" and "y" would both be called PushEvent'],
  ])("may be %s", (_, events, actions, message) => {
    const problems = acmeProblems({ webhooks: { default: events }, actions });
    expect(problems.map((problem) => problem.message)).toEqual([`The events ${message}`]);
  });

  it("may be in two webhooks: each has a file of its own", () => {
    expect(acmeProblems({ webhooks: { default: ["push", "a_b"], releases: ["push", "a.b"] } })).toEqual([]);
  });
});

describe("the event a.b beside the event a with actions", () => {
  const schema = (field: string): object => ({ type: "object", properties: { [field]: { type: "string" } } });

  it("is no action of it: the longest event takes the schema, and each is routed by its own name", async () => {
    const { texts } = await generateAcme({ events: ["a", "a.b"], schemas: { "a.b": schema("one"), "a.c": schema("two"), "a.b.d": schema("three") } });
    const text = texts["acme/handler.ts"] as string;
    expect(text).toContain('a: { method: "onA", actions: { c: "onAC" } },');
    expect(text).toContain('"a.b": { method: "onAB", actions: { d: "onABD" } },');
    expect(text).toContain('export type ABDEvent = WebhookEvent<"a.b", ABDPayload, "d">;');
    expect(compileStrictly("typescript7", compileFolder(texts), { include: ["acme"] })).toBe("");
  });
});

describe("--events with a schema of an event that is not among them", () => {
  const schema = { type: "object", properties: { id: { type: "string" } } };

  it("changes whose schema it is as little as it makes it nobody's", async () => {
    const { texts, warnings } = await generateAcme({ events: ["a", "a.b"], schemas: { "a.b": schema, a: schema }, chosen: ["a"] });
    expect(texts["acme/handler.ts"]).toContain('a: "onA",');
    expect(warnings).toEqual([]);
  });
});

describe("an event without a letter", () => {
  it("is refused by name, and told how to go on", () => {
    expect(acmeProblems({ webhooks: { default: ["push", "!?"] } })).toEqual([
      expect.objectContaining({ code: "nameless-event", severity: "error", message: expect.stringContaining('"!?"'), hint: expect.stringContaining("method:") }),
    ]);
  });

  it("is called what { name, method } calls it", () => {
    expect(acmeNames({ webhooks: { default: [{ name: "!?", method: "onWhat" }] } })).toEqual({ "!?": "onWhat WhatEvent" });
  });
});

describe("the event a.b beside the action b of a", () => {
  it("is refused: both would have one method and one type", () => {
    expect(acmeProblems({ webhooks: { default: ["a", "a.b"] }, actions: { a: ["b"] } })).toMatchObject([{ code: "name-collision" }]);
  });
});

describe("the method and the type of one event and another", () => {
  it("do not meet: onPushEvent is a method, OnPushEvent a type", () => {
    expect(acmeProblems({ webhooks: { default: ["push_event", "on_push"] } })).toEqual([]);
  });
});

describe("the hooks", () => {
  it.each(["onEvent", "onUnknownEvent"])("%s is no event's method", (method) => {
    expect(acmeProblems({ webhooks: { default: [{ name: "x", method }] } })).toMatchObject([{ code: "reserved-method", hint: expect.stringContaining("method:") }]);
  });

  it("are no action's method either", () => {
    const [webhook] = acmeModel({ webhooks: { default: ["unknown"] }, actions: { unknown: ["event"] } }).webhooks;
    expect(webhook?.events[0]?.actions).toMatchObject([{ method: "onAcmeUnknownEvent" }]);
  });
});

describe("an action whose type would be called as all events", () => {
  it("takes the provider before it", () => {
    const [webhook] = acmeModel({ name: "GitHub", webhooks: { default: ["git"] }, actions: { git: ["hub"] } }).webhooks;
    expect(webhook?.unionName).toBe("GitHubEvent");
    expect(webhook?.events[0]?.actions).toMatchObject([{ method: "onGitHub", typeName: "GitHubGitHubEvent" }]);
  });
});

describe("the type of all events", () => {
  it("is not called as an import of its file, however the class is called", () => {
    const problems = acmeProblems({ name: "Webhook", webhooks: { default: ["push"] }, flags: { className: "Foo" } });
    expect(problems).toMatchObject([{ code: "taken-name", message: expect.stringContaining("WebhookEvent"), hint: expect.stringContaining("name:") }]);
  });

  it.each(["event", "webhook"])("makes the event %s of the webhook %s move on", (name) => {
    const [webhook] = acmeModel({ webhooks: { [name]: [name] } }).webhooks;
    expect(webhook?.events.map(({ typeName }) => typeName)).not.toContain(webhook?.unionName);
  });
});
