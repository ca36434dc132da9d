import type { BodyReader, WebhookHandlerOptions, WebhookResponse } from "@smart-webhooks/runtime";
import { signedRequest } from "@smart-webhooks/runtime/testing";
import { field, handshake } from "@smart-webhooks/runtime/verify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SampleHandler } from "./sample-handler.js";

const unhandled: unknown[] = [];
const note = (reason: unknown): void => void unhandled.push(reason);

beforeEach(() => {
  unhandled.length = 0;
  process.on("unhandledRejection", note);
});
afterEach(() => process.off("unhandledRejection", note));

const thrower = (): never => {
  throw new Error("callback");
};
const rejecter = (): Promise<never> => Promise.reject(new Error("callback"));

async function deliver(options: WebhookHandlerOptions, signed = true): Promise<WebhookResponse> {
  const handler = SampleHandler.define({ onPush: () => {} }, { secret: "s", logger: {}, ...options });
  const request = await signedRequest(SampleHandler.define({}, { secret: signed ? "s" : "other", logger: {} }), "push", { ref: "main" });
  const response = await handler.handle(request);
  // Rejections that nobody takes are told after the turn.
  await new Promise((resolve) => setImmediate(resolve));
  return response;
}

it.each([[true, 200], [false, 401]] as const)("a logger and a listener that cannot even be asked do not change the answer (signed: %s)", async (signed, status) => {
  const broken = new Proxy({}, { get: (_, name) => (String(name).startsWith("on") || ["info", "warn", "error"].includes(String(name)) ? thrower() : undefined) });
  const told: string[] = [];
  expect((await deliver({ logger: broken, use: [broken], onError: ({ code }) => void told.push(code) }, signed)).status).toBe(status);
  expect(told).toEqual(signed ? [] : ["signature_invalid"]);
});

describe.each([["throws", thrower], ["rejects", rejecter]] as const)("what is called beside a delivery and %s", (_, fails) => {
  const logger = { info: fails, warn: fails, error: fails };

  it.each([[true, 200], [false, 401]] as const)("does not change the answer (signed: %s)", async (signed, status) => {
    expect((await deliver({ logger, onError: fails }, signed)).status).toBe(status);
    expect(unhandled).toEqual([]);
  });

  it("does not keep onError from being told", async () => {
    const told: string[] = [];
    await deliver({ logger, onError: ({ code }) => void told.push(code) }, false);
    expect(told).toEqual(["signature_invalid"]);
  });

  it("does not change what is read of a body, or answered to a handshake", async () => {
    const body: BodyReader = (_max, warn) => {
      warn("Made of text");
      return new TextEncoder().encode('{"secret":"told"}');
    };
    class Shaking extends SampleHandler {
      static override readonly spec = { ...SampleHandler.spec, handshakes: [handshake({ unsigned: true, secret: field("secret") })] };
    }
    const response = await new Shaking({ secret: "s", logger }).handle({ method: "POST", url: "/", headers: {}, body });
    await new Promise((resolve) => setImmediate(resolve));
    expect([response.status, unhandled]).toEqual([200, []]);
  });

  it("does not undo what was done when the store fails, too", async () => {
    const store = { claim: () => "claimed" as const, complete: fails, release: fails };
    expect((await deliver({ logger, store })).status).toBe(200);
    expect(unhandled).toEqual([]);
  });
});

describe("a clock that throws", () => {
  it("is an answer and a log line, not an exception", async () => {
    const told: string[] = [];
    const response = await deliver({ now: thrower, onError: ({ code }) => void told.push(code) });
    expect([response.status, told]).toEqual([500, ["handler_failed"]]);
  });
});
