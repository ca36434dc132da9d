import type { WebhookHandlerOptions } from "@smart-webhooks/runtime";
import { signedRequest } from "@smart-webhooks/runtime/testing";
import { describe, expect, it } from "vitest";
import { SampleHandler } from "./sample-handler.js";

/** Sends a delivery signed with `secret` to a handler with these options. */
async function statusOf(options: WebhookHandlerOptions, secret = "right"): Promise<number> {
  const handler = SampleHandler.define({ onPush: () => {} }, { env: {}, logger: {}, ...options });
  return (await handler.handle(await signedRequest(handler, "push", { ref: "r" }, { secret }))).status;
}

const env = (secret: string, previous?: string): WebhookHandlerOptions => ({
  env: { SAMPLE_WEBHOOK_SECRET: secret, SAMPLE_WEBHOOK_SECRET_PREVIOUS: previous },
});

describe("a secret", () => {
  it.each<readonly [string, WebhookHandlerOptions, number]>([
    ["given", { secret: "right" }, 200],
    ["given wrong", { secret: "wrong" }, 401],
    ["in a list", { secret: ["wrong", "right"] }, 200],
    ["from the environment", env("right"), 200],
    ["from the environment, wrong", env("wrong"), 401],
    ["before its rotation", env("wrong", "right"), 200],
    ["whose predecessor is blank", env("wrong", " "), 401],
    ["not set", {}, 503],
    ["set to nothing", env(""), 503],
    ["set to a blank", env("  \n"), 503],
    ["looked up", { secret: () => "right" }, 200],
    ["looked up, later", { secret: async () => ["wrong", "right"] }, 200],
    ["from a file, with the file's line break", env("right\r\n"), 200],
    ["that a template made of nothing", env("undefined"), 503],
    ["of an unknown tenant", { secret: () => undefined }, 401],
    ["looked up and blank", { secret: () => " " }, 503],
    ["looked up to an empty list", { secret: () => [] }, 503],
    ["looked up, one of them not set", { secret: () => ["right", undefined] as readonly string[] }, 503],
    ["that is a prefix and nothing after it", env("whsec_"), 503],
    ["whose look-up throws", { secret: () => { throw new Error("down"); } }, 503],
    ["whose look-up rejects", { secret: () => Promise.reject(new Error("down")) }, 503],
  ])("%s", async (_, options, status) => expect(await statusOf(options)).toBe(status));

  it.each(["", "  ", "undefined", "null", "whsec_", " whsec_\n", [], ["right", ""]])("given as %j throws at construction", (secret) => {
    expect(() => SampleHandler.define({}, { secret })).toThrow(TypeError);
  });

  it("may depend on the request", async () => {
    const handler = SampleHandler.define({ onPush: () => {} }, { secret: ({ headers }) => headers["x-tenant"], logger: {} });
    const request = await signedRequest(handler, "push", {}, { secret: "acme", headers: { "X-Tenant": "acme" } });
    expect(await handler.handle(request)).toMatchObject({ status: 200 });
    expect(await handler.handle({ ...request, headers: { ...request.headers, "X-Tenant": "other" } })).toMatchObject({ status: 401 });
  });

  it("is what the environment, or the look-up, says at each delivery; a list that was given may not change", async () => {
    const list = ["first"];
    const environment: Record<string, string | undefined> = {};
    const handlers = [{ env: environment }, { secret: () => list }, { secret: list }].map((options) => SampleHandler.define({ onPush: () => {} }, { logger: {}, store: false, ...options }));
    const statuses = async (secret: string): Promise<readonly number[]> =>
      Promise.all(handlers.map(async (handler) => (await handler.handle(await signedRequest(handler, "push", {}, { secret }))).status));
    environment["SAMPLE_WEBHOOK_SECRET"] = "first";
    expect(await statuses("first")).toEqual([200, 200, 200]);
    [list[0], environment["SAMPLE_WEBHOOK_SECRET"]] = ["second", "second"];
    expect([await statuses("first"), await statuses("second")]).toEqual([[401, 401, 200], [200, 200, 401]]);
    environment["SAMPLE_WEBHOOK_SECRET_PREVIOUS"] = "first";
    expect(await statuses("first")).toEqual([200, 401, 200]);
    environment["SAMPLE_WEBHOOK_SECRET"] = undefined;
    expect(await statuses("first")).toEqual([503, 401, 200]);
  });

  it("that is missing is named in the log and not in the answer", async () => {
    const logged: string[] = [];
    const logger = { error: (_: string, details: object) => void logged.push(JSON.stringify(details)) };
    const handler = SampleHandler.define({ onPush: () => {} }, { env: {}, logger });
    const response = await handler.handle(await signedRequest(handler, "push", {}, { secret: "any" }));
    expect(logged.join()).toContain("SAMPLE_WEBHOOK_SECRET");
    expect(response.body).not.toContain("SAMPLE");
  });
});
