import { mockEvent, signedRequest } from "@smart-webhooks/runtime/testing";
import { describe, expect, it } from "vitest";
import { SampleHandler } from "./sample-handler.js";

describe("mockEvent", () => {
  it("makes an event from the part that the test is about", () => {
    const event = mockEvent(SampleHandler, "push", { ref: "refs/heads/main" });
    expect(event).toMatchObject({ provider: "sample", webhook: "default", type: "push", action: undefined, verified: true });
    expect(event.payload.ref).toBe("refs/heads/main");
  });

  it("puts an action in both of its places", () => {
    const event = mockEvent(SampleHandler, "issue.opened", { title: "t" });
    expect([event.type, event.action, event.payload.action, event.payload.title]).toEqual(["issue", "opened", "opened", "t"]);
    expect(mockEvent(SampleHandler, "issue", { action: "closed" }).action).toBe("closed");
  });

  it("names a field that the test did not give", () => {
    const event = mockEvent(SampleHandler, "issue.opened");
    expect(() => event.payload.title).toThrow("payload.title, which mockEvent was not given");
  });

  it("can be written as JSON", () => {
    expect(JSON.stringify(mockEvent(SampleHandler, "push", { ref: "r" }).payload)).toBe('{"ref":"r"}');
  });

  it.each(["nobodys", "issue.renamed", "constructor", "toString"])("refuses %s", (name) => {
    expect(() => mockEvent(SampleHandler, name as "push")).toThrow("was not generated for the event");
  });
});

describe("signedRequest", () => {
  const handler = SampleHandler.define({ onPush: ({ payload }) => ({ ref: payload.ref }) }, { secret: ["new", "old"], logger: {} });

  it("is what the provider would send", async () => {
    const request = await signedRequest(handler, "push", { ref: "r" }, { id: "1", headers: { "x-more": "y" } });
    expect(request).toMatchObject({ method: "POST", url: "/webhooks/sample", headers: { "x-event": "push", "x-id": "1", "x-more": "y" } });
    expect((await handler.handle(request)).json()).toEqual({ ref: "r", status: "success" });
  });

  it("is refused with another secret", async () => {
    const request = await signedRequest(handler, "push", { ref: "r" }, { secret: "wrong" });
    expect(await handler.handle(request)).toMatchObject({ status: 401 });
  });

  it("says when there is no secret to sign with", async () => {
    const without = SampleHandler.define({}, { env: {} });
    await expect(signedRequest(without, "push", {})).rejects.toThrow("SAMPLE_WEBHOOK_SECRET");
  });
});
