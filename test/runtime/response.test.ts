import { errorResponse, successResponse, WebhookEvent, WebhookResponse } from "@smart-webhooks/runtime";
import { describe, expect, it } from "vitest";
import { SampleHandler } from "./sample-handler.js";

const push = new WebhookEvent({ provider: "sample", type: "push", payload: { ref: "r" } });

/** What a method gives, and what the provider is answered. */
const answers: readonly (readonly [string, () => never, object])[] = (
  [
    ["nothing", () => {}, { status: 200, body: '{"status":"success"}' }],
    ["a Promise of nothing", async () => {}, { status: 200, body: '{"status":"success"}' }],
    ["null", () => null, { status: 200, body: '{"status":"success"}' }],
    ["a plain object", () => ({ done: 1 }), { status: 200, body: '{"done":1,"status":"success"}' }],
    ["success data", () => successResponse({ done: 1 }), { status: 200, body: '{"done":1,"status":"success"}' }],
    ["an error", () => errorResponse("No such repository"), { status: 400, body: '{"status":"error","message":"No such repository"}' }],
    ["an error with a status", () => errorResponse("Later", 503), { status: 503 }],
    ["text", () => new WebhookResponse("ok"), { status: 200, body: "ok", headers: { "content-type": "text/plain; charset=utf-8" } }],
    ["XML", () => new WebhookResponse("<Response/>", { headers: { "Content-Type": "text/xml" } }), { body: "<Response/>", headers: { "content-type": "text/xml" } }],
    ["a string", () => "ok", { status: 500 }],
    ["a web Response", () => new Response("ok"), { status: 500 }],
    ["data that is no JSON", () => ({ big: 1n }), { status: 500 }],
    ["an Error thrown", () => { throw new Error("secret of the database"); }, { status: 500, body: expect.not.stringContaining("database") as string }],
    ["a rejection", () => Promise.reject(new Error("secret of the database")), { status: 500, body: expect.not.stringContaining("database") as string }],
    ["undefined thrown", () => { throw undefined; }, { status: 500 }],
  ] as [string, () => never, object][]
);

describe("what a method gives", () => {
  it.each(answers)("%s", async (_, onPush, expected) => {
    const handler = SampleHandler.define({ onPush }, { secret: "s", logger: {} });
    expect(await handler.dispatch(push)).toMatchObject(expected);
  });
});

describe("WebhookResponse", () => {
  it.each([199, 600, 200.5, Number.NaN])("refuses the status %s", (status) => {
    expect(() => new WebhookResponse("", { status })).toThrow(RangeError);
  });

  it.each(["a\r\nset-cookie: x", "a\n", "a\0", "€", "a\x7f"])("refuses the header value %j", (value) => {
    expect(() => new WebhookResponse("", { headers: { "x-a": value } })).toThrow(TypeError);
  });

  it("takes header values of Latin-1 and tabs", () => expect(new WebhookResponse("", { headers: { "X-A": "é\ta" } }).headers["x-a"]).toBe("é\ta"));

  it("refuses an error that is a success", () => expect(() => errorResponse("no", 200)).toThrow(RangeError));
});

describe("errors", () => {
  it("reach the logger and onError whole, and the provider as a code", async () => {
    const logged: unknown[] = [];
    const told: unknown[] = [];
    const cause = new Error("the whole story");
    const handler = SampleHandler.define(
      { onPush() { throw cause; } },
      { secret: "s", logger: { error: (message, details) => void logged.push([message, details]) }, onError: (error) => void told.push(error) },
    );
    const response = await handler.dispatch(push);
    expect(response.json()).toEqual({ status: "error", code: "handler_failed", message: "The delivery could not be handled." });
    expect(logged).toEqual([["Webhook delivery failed", expect.objectContaining({ provider: "sample", event: "push", code: "handler_failed", cause })]]);
    expect(told).toEqual([expect.objectContaining({ name: "WebhookError", code: "handler_failed", status: 500, cause })]);
  });

  it("of a logger change no answer", async () => {
    const logger = { info: () => { throw new Error("disk full"); } };
    const handler = SampleHandler.define({ onPush: () => {} }, { secret: "s", logger });
    expect(await handler.dispatch(push)).toMatchObject({ status: 200 });
  });
});
