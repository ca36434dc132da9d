import { WebhookEvent } from "@smart-webhooks/runtime";
import { signedRequest } from "@smart-webhooks/runtime/testing";
import { describe, expect, it } from "vitest";
import { type IssueEvent, type PushEvent, SampleHandler } from "./sample-handler.js";

const options = { secret: "s", logger: {} };
const event = (type: string, action?: string): WebhookEvent =>
  new WebhookEvent<string, unknown, string | undefined>({ provider: "sample", type, action, payload: {} });

describe("one method runs, the most specific that is written", () => {
  it.each([
    ["the action's", { onIssueOpened: () => ({ ran: "action" }), onIssue: () => ({ ran: "event" }), onEvent: () => ({ ran: "any" }) }, "action"],
    ["the event's", { onIssueClosed: () => ({ ran: "action" }), onIssue: () => ({ ran: "event" }), onEvent: () => ({ ran: "any" }) }, "event"],
    ["onEvent", { onPush: () => ({ ran: "event" }), onEvent: () => ({ ran: "any" }) }, "any"],
  ])("%s", async (_, methods, ran) => {
    const response = await SampleHandler.define<SampleHandler, "onEvent">(methods, options).dispatch(event("issue", "opened"));
    expect(response.json()).toEqual({ ran, status: "success" });
  });

  it.each([
    ["an event", "nobodys", undefined],
    ["an action", "issue", "renamed"],
    ["an action that is missing", "issue", undefined],
    ["an inherited name", "constructor", undefined],
    ["a name of the prototype", "__proto__", undefined],
    ["an event written as event and action", "issue.opened", undefined],
  ])("%s that the class was not generated for goes to onUnknownEvent", async (_, type, action) => {
    const methods = { onEvent: () => ({ ran: "any" }), onUnknownEvent: (one: WebhookEvent) => ({ type: one.type, action: one.action ?? null }) };
    const response = await SampleHandler.define(methods, options).dispatch(event(type, action));
    expect(response.json()).toEqual({ type, action: action ?? null, status: "success" });
  });

  it("answers 204 when nobody takes it", async () => {
    const handler = SampleHandler.define({ onPush: () => {} }, options);
    expect(await handler.dispatch(event("issue", "opened"))).toMatchObject({ status: 204, body: "" });
    expect(await handler.dispatch(event("nobodys"))).toMatchObject({ status: 204, body: "" });
  });

  it("looks the method up when the delivery comes", async () => {
    const handler = SampleHandler.define({ onPush: () => ({ ran: "first" }) }, options);
    handler.onPush = () => ({ ran: "second" });
    expect((await handler.dispatch(event("push"))).json()).toMatchObject({ ran: "second" });
  });
});

describe("shouldHandle", () => {
  it.each([
    ["a value", (one: WebhookEvent) => one.type === "push"],
    ["a Promise", async (one: WebhookEvent) => one.type === "push"],
  ])("filters by %s before any method", async (_, shouldHandle) => {
    const handler = SampleHandler.define({ onEvent: () => ({ ran: true }), onUnknownEvent: () => ({ ran: true }), shouldHandle }, options);
    expect(await handler.dispatch(event("push"))).toMatchObject({ status: 200 });
    expect(await handler.dispatch(event("issue", "opened"))).toMatchObject({ status: 204 });
    expect(await handler.dispatch(event("nobodys"))).toMatchObject({ status: 204 });
  });
});

describe("a delivery nobody takes", () => {
  it("is acknowledged without being parsed, when a header tells its event", async () => {
    const handler = SampleHandler.define({ onPush: () => {} }, options);
    const request = await signedRequest(handler, "issue.opened", "{ this is no JSON");
    expect(await handler.handle(request)).toMatchObject({ status: 204 });
  });

  it("is parsed when its action may be somebody's", async () => {
    const handler = SampleHandler.define({ onIssueOpened: () => {} }, options);
    const request = await signedRequest(handler, "issue.opened", "{ this is no JSON");
    expect(await handler.handle(request)).toMatchObject({ status: 400 });
  });
});

describe("a written class", () => {
  class MyHandler extends SampleHandler {
    private store = "the user's own";
    override onPush({ payload }: PushEvent) {
      return this.successResponse({ ref: payload.ref, store: this.store });
    }
    override async onIssue(issue: IssueEvent) {
      return { title: issue.payload.title, action: issue.action };
    }
  }

  it("runs with its own fields, and answers synchronously when its method does", async () => {
    const handler = new MyHandler(options);
    const response = handler.handle(await signedRequest(handler, "push", { ref: "refs/heads/main" }));
    expect(response).not.toBeInstanceOf(Promise);
    expect((await response).json()).toEqual({ status: "success", ref: "refs/heads/main", store: "the user's own" });
  });

  it("waits for an async method", async () => {
    const handler = new MyHandler(options);
    const response = await handler.handle(await signedRequest(handler, "issue.closed", { action: "closed", title: "t" }));
    expect(response.json()).toEqual({ status: "success", title: "t", action: "closed" });
  });

  it("gets the delivery with the event", async () => {
    let seen: WebhookEvent | undefined;
    const handler = SampleHandler.define({ onIssue: (one) => void (seen = one) }, { ...options, now: () => 1_750_000_000_000 });
    await handler.handle(await signedRequest(handler, "issue.opened", { action: "opened", title: "t" }, { id: "abc" }));
    expect(seen).toMatchObject({
      provider: "sample", webhook: "default", type: "issue", action: "opened", id: "abc", verified: true,
      payload: { action: "opened", title: "t" }, receivedAt: 1_750_000_000_000, timestamp: undefined,
    });
    expect(seen?.headers["x-event"]).toBe("issue");
    expect(new TextDecoder().decode(seen?.rawBody)).toBe('{"action":"opened","title":"t"}');
  });
});
