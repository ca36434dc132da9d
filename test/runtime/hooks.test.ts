import { type DeliveryDetails, type DeliveryHooks, WebhookPermanentError, type WebhookHandlerOptions } from "@smart-webhooks/runtime";
import { signedRequest } from "@smart-webhooks/runtime/testing";
import { describe, expect, it } from "vitest";
import { SampleHandler } from "./sample-handler.js";

const NAMES = ["onReceived", "onRefused", "onHandled", "onFailed", "onDuplicate"] as const;

/** Hooks that write down what they are told. */
function recorder(): { readonly hooks: DeliveryHooks; readonly told: (readonly [string, DeliveryDetails])[] } {
  const told: (readonly [string, DeliveryDetails])[] = [];
  return { hooks: Object.fromEntries(NAMES.map((name) => [name, (details: DeliveryDetails) => void told.push([name, details])])), told };
}

async function deliver(onPush: () => unknown, options: WebhookHandlerOptions, change = {}): Promise<void> {
  const request = await signedRequest(SampleHandler.define({}, { secret: "s3cret", logger: {} }), "push", { ref: "the payload" }, { id: "1" });
  const handler = SampleHandler.define({ onPush: onPush as never }, { secret: "s3cret", logger: {}, ...options });
  await handler.handle({ ...request, ...change });
}

describe("hooks", () => {
  it.each<readonly [string, () => unknown, WebhookHandlerOptions, object, string, object]>([
    ["handled", () => {}, {}, {}, "onHandled", { event: "push", id: "1", status: 200 }],
    ["forged", () => {}, {}, { body: new Uint8Array(3) }, "onRefused", { status: 401, code: "signature_invalid" }],
    ["sent with another method", () => {}, {}, { method: "PUT" }, "onRefused", { status: 405, code: "method_not_allowed" }],
    ["thrown at", () => { throw new Error("x"); }, {}, {}, "onFailed", { event: "push", id: "1", status: 500, code: "handler_failed" }],
    ["given up", () => { throw new WebhookPermanentError("x"); }, {}, {}, "onFailed", { event: "push", id: "1", status: 200, code: "handler_gave_up" }],
    ["answered an error", () => SampleHandler.define({}, { secret: "s", logger: {} }).errorResponse("no", 422), {}, {}, "onFailed", { status: 422 }],
    ["done before", () => {}, { store: { claim: () => "done", complete: () => {}, release: () => {} } }, {}, "onDuplicate", { event: "push", id: "1", status: 200 }],
    ["at work", () => {}, { store: { claim: () => "running", complete: () => {}, release: () => {} } }, {}, "onRefused", { status: 409, code: "delivery_in_progress" }],
    ["queued", () => {}, { dispatcher: { enqueue: () => {} } }, {}, "onHandled", { event: "push", id: "1", status: 202 }],
    ["without a secret", () => {}, { secret: undefined, env: {} }, {}, "onFailed", { status: 503, code: "secret_unusable" }],
  ])("are told of a delivery that is %s, with its duration", async (_, onPush, options, change, name, details) => {
    const { hooks, told } = recorder();
    const times = [1000, 1250];
    await deliver(onPush, { ...options, now: () => times.shift() ?? 1250, ...hooks }, change);
    const base = { provider: "sample", webhook: "default" };
    expect(told).toEqual([["onReceived", base], [name, expect.objectContaining({ ...base, ...details, duration: 250 })]]);
  });

  it("may come from several places, and change nothing by what they throw", async () => {
    const { hooks, told } = recorder();
    const throwing = Object.fromEntries(NAMES.map((name) => [name, () => { throw new Error("hook"); }]));
    await deliver(() => {}, { ...throwing, use: [throwing, hooks] });
    expect(told.map(([name]) => name)).toEqual(["onReceived", "onHandled"]);
  });

  it("and logs never hold a secret, a signature or the body", async () => {
    const seen: unknown[] = [];
    const { hooks, told } = recorder();
    const log = (...line: unknown[]): void => void seen.push(line);
    const logger = { info: log, warn: log, error: log };
    const onError = (error: Error): void => void seen.push([error.name, error.message, error.stack]);
    for (const change of [{}, { body: new TextEncoder().encode("the payload") }, { method: "PUT" }, { url: "/x" }]) {
      await deliver(() => {}, { ...hooks, logger, onError }, change);
      await deliver(() => { throw new Error("mine"); }, { ...hooks, logger, onError }, change);
      await deliver(() => {}, { ...hooks, logger, onError, dispatcher: { enqueue: () => Promise.reject(new Error("down")) } }, change);
    }
    expect([seen.length, told.length].every((count) => count > 12)).toBe(true);
    const text = JSON.stringify([seen, told], (_, value: unknown) => (value instanceof Error ? `${value.message} ${value.stack ?? ""}` : value));
    expect(text).not.toMatch(/s3cret|sha256=|the payload/);
  });
});
