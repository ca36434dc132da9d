import { type ClaimStore, memoryStore, WebhookPermanentError, type WebhookHandlerOptions, WebhookRetryError, type WebhookResponse, type WebhookSpec } from "@smart-webhooks/runtime";
import { signedRequest } from "@smart-webhooks/runtime/testing";
import { field, joined } from "@smart-webhooks/runtime/verify";
import { describe, expect, it } from "vitest";
import { SampleHandler } from "./sample-handler.js";

const options = { secret: "s3cret", logger: {} };

/** A handler whose method does what it is told, and how often it ran. */
function handlerThat(onPush: () => unknown, more: WebhookHandlerOptions = {}): { readonly handler: SampleHandler; readonly ran: () => number } {
  let count = 0;
  const method = (): never => {
    count += 1;
    // Plain JavaScript may give anything.
    return onPush() as never;
  };
  return { handler: SampleHandler.define({ onPush: method }, { ...options, ...more }), ran: () => count };
}

async function deliver(handler: SampleHandler, id: string, body: unknown = { ref: "main" }): Promise<WebhookResponse> {
  return handler.handle(await signedRequest(handler, "push", body, { id }));
}

describe("a delivery that is sent twice", () => {
  it("is handled once, and answered 200 twice", async () => {
    const { handler, ran } = handlerThat(() => ({ done: true }));
    expect((await deliver(handler, "1")).json()).toEqual({ done: true, status: "success" });
    const again = await deliver(handler, "1");
    expect([again.status, again.json(), ran()]).toEqual([200, { duplicate: true, status: "success" }, 1]);
  });

  it("is asked to wait while it is being handled", async () => {
    let finish = (): void => {};
    const { handler, ran } = handlerThat(() => new Promise<void>((resolve) => (finish = resolve)));
    const first = deliver(handler, "1");
    await new Promise((resolve) => setImmediate(resolve));
    const second = await deliver(handler, "1");
    expect([second.status, second.headers["retry-after"], second.json()]).toEqual([409, "10", expect.objectContaining({ code: "delivery_in_progress" })]);
    finish();
    expect([(await first).status, ran()]).toEqual([200, 1]);
  });

  it.each([
    ["throws", () => { throw new Error("x"); }, 500],
    ["rejects", () => Promise.reject(new Error("x")), 500],
    ["asks for another try", () => { throw new WebhookRetryError("busy", { retryAfter: 7 }); }, 503],
    ["answers an error", () => SampleHandler.define({}, options).errorResponse("no", 422), 422],
  ] as const)("is handled again when the method %s", async (_, fails, status) => {
    const { handler, ran } = handlerThat(fails);
    expect((await deliver(handler, "1")).status).toBe(status);
    expect([(await deliver(handler, "1")).status, ran()]).toEqual([status, 2]);
  });

  it("is not handled again when the method gave it up", async () => {
    const { handler, ran } = handlerThat(() => { throw new WebhookPermanentError("no such customer"); });
    const first = await deliver(handler, "1");
    expect([first.status, first.json()]).toEqual([200, expect.objectContaining({ status: "error", code: "handler_gave_up" })]);
    expect(first.body).not.toContain("customer");
    expect([(await deliver(handler, "1")).json(), ran()]).toEqual([{ duplicate: true, status: "success" }, 1]);
  });

  it("has the wait that the method asked for in its answer", async () => {
    const { handler } = handlerThat(() => { throw new WebhookRetryError("busy", { retryAfter: 7 }); });
    expect((await deliver(handler, "1")).headers["retry-after"]).toBe("7");
    expect(new WebhookRetryError().retryAfter).toBe(60);
    expect(() => new WebhookRetryError("", { retryAfter: -1 })).toThrow(RangeError);
    expect(() => new WebhookRetryError("", { retryAfter: 0.5 })).toThrow(RangeError);
  });

  it("is known by several fields together, where no one of them is enough", async () => {
    class Joined extends SampleHandler {
      static override readonly spec: WebhookSpec<SampleHandler> = { ...SampleHandler.spec, id: joined([field("ref"), field("done")], ".") };
    }
    const refs: unknown[] = [];
    const handler = Joined.define({ onPush: ({ id }) => void refs.push(id) }, options);
    for (const done of [false, false, true]) await deliver(handler, "1", { ref: "main", done });
    for (let times = 0; times < 2; times += 1) await deliver(handler, "1", { ref: "main" });
    expect(refs).toEqual(["main.false", "main.true", undefined, undefined]);
  });

  it("is handled twice without a store", async () => {
    const { handler, ran } = handlerThat(() => undefined, { store: false });
    await deliver(handler, "1");
    await deliver(handler, "1");
    expect(ran()).toBe(2);
  });

  it("is handled twice under another id, unless what was signed is remembered too", async () => {
    const plain = handlerThat(() => undefined);
    const strict = handlerThat(() => undefined, { replay: "strict" });
    for (const { handler } of [plain, strict]) {
      await deliver(handler, "1");
      await deliver(handler, "2");
    }
    expect([plain.ran(), strict.ran()]).toEqual([2, 1]);
    await deliver(strict.handler, "1", { ref: "other" });
    expect(strict.ran()).toBe(1);
    await deliver(strict.handler, "3", { ref: "other" });
    expect(strict.ran()).toBe(2);
  });
});

describe("a store", () => {
  it("is told keys that name the webhook, and never a long id", async () => {
    const keys: string[] = [];
    const store: ClaimStore = { ...memoryStore(), claim: (key) => { keys.push(key); return "claimed"; }, complete: () => {}, release: () => {} };
    const { handler } = handlerThat(() => undefined, { store });
    await deliver(handler, "1");
    await deliver(handler, "x".repeat(5000));
    expect(keys[0]).toBe("sample/default/id/1");
    expect(keys[1]).toMatch(/^sample\/default\/id\/[\w-]{43}$/);
  });

  it("may answer Promises", async () => {
    const memory = memoryStore();
    const store: ClaimStore = { claim: async (key, lease) => memory.claim(key, lease), complete: async (key) => memory.complete(key), release: async (key) => memory.release(key) };
    const { handler, ran } = handlerThat(() => undefined, { store });
    await deliver(handler, "1");
    await deliver(handler, "1");
    expect(ran()).toBe(1);
  });

  it("that cannot claim has the delivery sent again, and runs nothing", async () => {
    const { handler, ran } = handlerThat(() => undefined, { store: { claim: () => { throw new Error("down"); }, complete: () => {}, release: () => {} } });
    const answer = await deliver(handler, "1");
    expect([answer.status, answer.json(), ran()]).toEqual([503, expect.objectContaining({ code: "store_unavailable" }), 0]);
  });

  it("that fails afterwards changes no answer, and is logged", async () => {
    const logged: unknown[] = [];
    const store: ClaimStore = { claim: () => "claimed", complete: () => Promise.reject(new Error("down")), release: () => { throw new Error("down"); } };
    const { handler } = handlerThat(() => undefined, { store, logger: { error: (message, details) => logged.push([message, details.code]) } });
    expect((await deliver(handler, "1")).status).toBe(200);
    expect(logged).toEqual([["Webhook store failed", "store_unavailable"]]);
  });
});
