import {
  type ClaimStore,
  memoryStore,
  type QueuedDelivery,
  type WebhookEvent,
  WebhookHandler,
  type WebhookHandlerOptions,
  WebhookPermanentError,
  type WebhookResponse,
  WebhookRetryError,
  type WebhookSpec,
} from "@smart-webhooks/runtime";
import { toJob, webhookWorker } from "@smart-webhooks/runtime/worker";
import { signedRequest } from "@smart-webhooks/runtime/testing";
import { body, each, field, header, hmac, joined, seconds, timestamp } from "@smart-webhooks/runtime/verify";
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

async function deliver(handler: SampleHandler, id: string, payload: unknown = { ref: "main" }): Promise<WebhookResponse> {
  return handler.handle(await signedRequest(handler, "push", payload, { id }));
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
    // Without the second field there is no id: then it is known by its body.
    expect(refs).toEqual(["main.false", "main.true", undefined]);
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

it("what was signed at another time is another delivery, though its body is the same", async () => {
  let now = 1_700_000_000_000;
  let ran = 0;
  class Timed extends SampleHandler {
    static override readonly spec: WebhookSpec<SampleHandler> = { ...SampleHandler.spec, verify: hmac({ signature: header("x-signature"), content: [timestamp, ".", body], timestamp: seconds(300, header("x-time")) }) };
    override onPush = (): void => void (ran += 1);
  }
  const handler = new Timed({ ...options, replay: "strict", now: () => now });
  const sent = await signedRequest(handler, "push", { ref: "main" }, { id: "1", now });
  now += 1000;
  const again = await signedRequest(handler, "push", { ref: "main" }, { id: "2", now });
  for (const request of [sent, again, { ...sent, headers: { ...sent.headers, "x-id": "3" } }]) expect((await handler.handle(request)).status).toBe(200);
  expect(ran).toBe(2);
});

describe("a delivery without an id", () => {
  class NoId extends WebhookHandler {
    static readonly spec = { ...SampleHandler.spec, id: [] } as WebhookSpec;
    ran: unknown[] = [];
    onPush({ payload }: WebhookEvent): void {
      this.ran.push(payload);
    }
  }
  it("is known by its body", async () => {
    const keys: string[] = [];
    const memory = memoryStore();
    const store: ClaimStore = { claim: (key, lease, token) => { keys.push(key); return memory.claim(key, lease, token); }, complete: (key, token) => memory.complete(key, token), release: (key, token) => memory.release(key, token) };
    const handler = new NoId({ ...options, store });
    for (const n of [1, 1, 2, 3, 2]) expect((await handler.handle(await signedRequest(handler, "push", { n }))).status).toBe(200);
    expect(handler.ran).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    for (const key of keys) expect(key).toMatch(/^sample\/default\/body\/[\w-]{43}$/);
    expect(new Set(keys).size).toBe(3);
  });

  it("that holds several events has each known by itself", async () => {
    class Batch extends NoId {
      static override readonly spec = { ...NoId.spec, batch: each("items[]") } as WebhookSpec;
    }
    const handler = new Batch(options);
    const request = await signedRequest(handler, "push", [{ n: 1 }, { n: 2 }]);
    for (let sent = 0; sent < 2; sent++) expect((await handler.handle(request)).status).toBe(200);
    expect(handler.ran).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it("that holds several events is queued whole, once", async () => {
    class Batch extends NoId {
      static override readonly spec = { ...NoId.spec, batch: each("items[]") } as WebhookSpec;
    }
    const queue: QueuedDelivery[] = [];
    const handler = new Batch({ ...options, dispatcher: { enqueue: (delivery) => queue.push(delivery) } });
    const request = await signedRequest(handler, "push", [{ n: 1 }, { n: 2 }]);
    expect([(await handler.handle(request)).status, (await handler.handle(request)).status]).toEqual([202, 200]);
    expect(queue.map(({ body: bytes, event, id }) => [new TextDecoder().decode(bytes), event, id])).toEqual([['{"items":[{"n":1},{"n":2}]}', undefined, undefined]]);
    const worker = new Batch(options);
    await webhookWorker({ worker })(toJob(queue[0] as QueuedDelivery));
    expect(worker.ran).toEqual([{ n: 1 }, { n: 2 }]);
  });
});

describe("a lease", () => {
  it.each([[undefined, 300_000], [5000, 5000]])("of %s is one of %i milliseconds, with a token that is new each time", async (lease, expected) => {
    const claims: unknown[][] = [];
    const ends: unknown[][] = [];
    const store: ClaimStore = { claim: (...claim) => { claims.push(claim); return "claimed"; }, complete: (...end) => void ends.push(end), release: (...end) => void ends.push(end) };
    let fails = false;
    const { handler } = handlerThat(() => { if (fails) throw new Error("x"); }, { store, lease });
    await deliver(handler, "1");
    fails = true;
    await deliver(handler, "1");
    expect(claims.map(([key, milliseconds]) => [key, milliseconds])).toEqual([["sample/default/id/1", expected], ["sample/default/id/1", expected]]);
    const tokens = claims.map(([, , token]) => token);
    expect(new Set(tokens).size).toBe(2);
    expect(ends).toEqual(tokens.map((token) => ["sample/default/id/1", token]));
  });

  it.each([0, -1, NaN])("of %s is refused", (lease) => expect(() => SampleHandler.define({}, { ...options, lease })).toThrow(TypeError));

  it("that has ended leaves the delivery to the one who took it over", async () => {
    let now = 0;
    const store = memoryStore({ now: () => now });
    const ends: (() => void)[] = [];
    const slow = handlerThat(() => new Promise<void>((resolve) => ends.push(resolve)), { store, lease: 1000 });
    const first = deliver(slow.handler, "1");
    await new Promise((resolve) => setImmediate(resolve));
    now = 1000;
    const second = deliver(slow.handler, "1");
    await new Promise((resolve) => setImmediate(resolve));
    ends[0]?.();
    expect((await first).status).toBe(200);
    expect((await deliver(slow.handler, "1")).status).toBe(409);
    ends[1]?.();
    expect((await second).status).toBe(200);
    expect([(await deliver(slow.handler, "1")).json(), slow.ran()]).toEqual([{ duplicate: true, status: "success" }, 2]);
  });
});

describe("a store", () => {
  it("is told keys that name the webhook, and never a long id", async () => {
    const keys: string[] = [];
    const store: ClaimStore = { ...memoryStore(), claim: (key) => { keys.push(key); return "claimed"; }, complete: () => {}, release: () => {} };
    const { handler } = handlerThat(() => undefined, { store });
    await deliver(handler, "1");
    for (const id of ["x".repeat(5000), "a b", "\u0000", "\uD800", "é", ""]) await deliver(handler, id);
    for (const key of keys) expect(key).toMatch(/^[\x21-\x7e]{1,300}$/);
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
