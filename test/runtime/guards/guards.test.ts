import type { DeliveryDetails, WebhookExtension, WebhookHandlerOptions, WebhookResponse } from "@smart-webhooks/runtime";
import { limitConcurrency, limitRate } from "@smart-webhooks/runtime/guards";
import { signedRequest } from "@smart-webhooks/runtime/testing";
import { describe, expect, it } from "vitest";
import { SampleHandler } from "../sample-handler.js";

function handlerWith(use: readonly WebhookExtension[], onPush: () => unknown = () => {}, more: WebhookHandlerOptions = {}): SampleHandler {
  return SampleHandler.define({ onPush: onPush as never }, { secret: "s", logger: {}, use, ...more });
}

async function deliver(handler: SampleHandler, id: string): Promise<WebhookResponse> {
  return handler.handle(await signedRequest(handler, "push", { ref: "r" }, { id }));
}

describe("limitRate", () => {
  it("takes a burst, then as many as come in again over time", async () => {
    let now = 0;
    const handler = handlerWith([limitRate({ perMinute: 60, burst: 2, now: () => now })]);
    const statuses = [];
    for (const id of ["a", "b", "c"]) statuses.push((await deliver(handler, id)).status);
    expect(statuses).toEqual([200, 200, 429]);
    now = 999;
    expect((await deliver(handler, "c")).status).toBe(429);
    now = 1000;
    expect([(await deliver(handler, "c")).status, (await deliver(handler, "d")).status]).toEqual([200, 429]);
  });

  it("says when to come again, and survives a clock that is set back", async () => {
    let now = 5000;
    const handler = handlerWith([limitRate({ perMinute: 6, burst: 1, now: () => now })]);
    await deliver(handler, "a");
    const refused = await deliver(handler, "b");
    expect([refused.headers["retry-after"], refused.json()]).toEqual(["10", expect.objectContaining({ code: "too_many_deliveries" })]);
    now = 0;
    expect((await deliver(handler, "b")).status).toBe(429);
    now = 10_000;
    expect((await deliver(handler, "b")).status).toBe(200);
  });

  it("counts no forgeries", async () => {
    const handler = handlerWith([limitRate({ perMinute: 1 })]);
    for (let sent = 0; sent < 5; sent++) {
      expect((await handler.handle({ ...(await signedRequest(handler, "push", { ref: "r" })), body: new Uint8Array(2) })).status).toBe(401);
    }
    expect((await deliver(handler, "a")).status).toBe(200);
  });

  it.each([{ perMinute: 0 }, { perMinute: NaN }, { perMinute: 1, burst: 0 }])("refuses %j", (limit) => {
    expect(() => limitRate(limit)).toThrow(RangeError);
  });
});

describe("limitConcurrency", () => {
  it("works on so many at a time", async () => {
    const ends: (() => void)[] = [];
    const handler = handlerWith([limitConcurrency(2)], () => new Promise<void>((resolve) => ends.push(resolve)));
    const running = [deliver(handler, "a"), deliver(handler, "b")];
    await new Promise((resolve) => setImmediate(resolve));
    const refused = await deliver(handler, "c");
    expect([refused.status, refused.headers["retry-after"]]).toEqual([429, "1"]);
    for (const end of ends) end();
    expect((await Promise.all(running)).map(({ status }) => status)).toEqual([200, 200]);
    const third = deliver(handler, "c");
    await new Promise((resolve) => setImmediate(resolve));
    ends[2]?.();
    expect((await third).status).toBe(200);
  });

  it("frees a place whatever the method does", async () => {
    let fails: () => unknown = () => { throw new Error("x"); };
    const handler = handlerWith([limitConcurrency(1)], () => fails());
    expect((await deliver(handler, "a")).status).toBe(500);
    fails = () => Promise.reject(new Error("x"));
    expect((await deliver(handler, "a")).status).toBe(500);
    fails = () => ({});
    expect((await deliver(handler, "a")).status).toBe(200);
  });

  it("knows the promises of another library", async () => {
    let end = (): void => {};
    const promise = new Promise<void>((resolve) => (end = resolve));
    // oxlint-disable-next-line unicorn/no-thenable
    const foreign = (value: Promise<unknown>): object => ({ then: (next: () => unknown, rescue: () => unknown) => foreign(value.then(next, rescue)) });
    const handler = handlerWith([limitConcurrency(1)], () => foreign(promise));
    const first = deliver(handler, "a");
    await new Promise((resolve) => setImmediate(resolve));
    const second = deliver(handler, "b");
    await new Promise((resolve) => setImmediate(resolve));
    end();
    expect((await Promise.all([first, second])).map(({ status }) => status)).toEqual([200, 429]);
  });

  it.each([0, 1.5, NaN, Infinity])("refuses the limit %s", (limit) => expect(() => limitConcurrency(limit)).toThrow(RangeError));
});

describe("what stands around a method", () => {
  it("may answer in its place, may throw, and runs from the outside in", async () => {
    const order: string[] = [];
    const around = (name: string): WebhookExtension => ({ around: async (_, work) => { order.push(`${name} in`); const answer = await work(); order.push(`${name} out`); return answer; } });
    expect((await deliver(handlerWith([around("a"), around("b")], () => void order.push("method")), "1")).status).toBe(200);
    expect(order).toEqual(["a in", "b in", "method", "b out", "a out"]);
    expect((await deliver(handlerWith([{ around: (_, __, skip) => skip() }]), "1")).status).toBe(204);
    expect((await deliver(handlerWith([{ around: () => { throw new Error("x"); } }]), "1")).status).toBe(500);
  });

  it.each([
    ["around", { around: async (_: unknown, work: () => unknown) => void (await work()) }],
    ["around", { around: () => ({ status: 200 }) }],
    ["admit", { admit: () => true }],
    ["admit", { admit: async () => ({}) }],
  ])("and gives no answer is told so in the log (%s)", async (name, extension) => {
    const told: unknown[] = [];
    const logger = { error: (_: string, { code, reason, cause }: DeliveryDetails) => void told.push([code, `${reason} ${cause}`]) };
    expect((await deliver(handlerWith([extension as never], undefined, { logger }), "1")).status).toBe(500);
    expect(told).toEqual([["handler_failed", expect.stringContaining(`(${name})`)]]);
  });

  it("is asked for events that are dispatched by hand, too", async () => {
    const handler = handlerWith([limitRate({ perMinute: 1 })]);
    const event = { provider: "sample", webhook: "default", type: "push", payload: {} } as never;
    expect([(await handler.dispatch(event)).status, (await handler.dispatch(event)).status]).toEqual([200, 429]);
  });
});
