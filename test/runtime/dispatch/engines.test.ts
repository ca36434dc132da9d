import { memoryStore, type WebhookHandlerOptions, WebhookPermanentError, type WebhookResponse } from "@smart-webhooks/runtime";
import { signedRequest } from "@smart-webhooks/runtime/testing";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { type PushEvent, SampleHandler } from "../sample-handler.js";
import { type Engine, ENGINES } from "./engines.js";

const WAIT = { timeout: 30_000, interval: 20 };

describe.each(Object.entries(ENGINES))("deliveries through %s", (_, { isThere, start }) => {
  // Shown as skipped where the service does not run.
  const test = it.skipIf(!isThere);
  let engine: Engine;
  const stops: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    if (isThere) engine = await start();
  });
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });
  afterAll(() => engine?.close());

  const receiver = (options?: WebhookHandlerOptions): SampleHandler =>
    SampleHandler.define({ onPush: () => { throw new Error("The receiver must not handle it"); } }, { secret: "s", logger: {}, dispatcher: engine.dispatcher, ...options });

  async function work(onPush: (event: PushEvent) => unknown, options?: WebhookHandlerOptions): Promise<void> {
    // A dispatcher is ignored in a worker: one module may build the handlers of both.
    const handler = SampleHandler.define({ onPush: onPush as never }, { secret: "s", logger: {}, dispatcher: engine.dispatcher, ...options });
    stops.push(await engine.work({ sample: handler }));
  }

  test("arrive in the worker as they came, and verified", async () => {
    const seen: PushEvent[] = [];
    await work((event) => void seen.push(event));
    const handler = receiver({ now: () => 1_700_000_000_000 });
    const request = await signedRequest(handler, "push", { ref: "ü \u0000 \u{1F600}" }, { id: "arrive" });
    const answer = await handler.handle(request);
    expect([answer.status, answer.json()]).toEqual([202, { queued: true, status: "success" }]);
    await vi.waitFor(() => expect(seen).toHaveLength(1), WAIT);
    const [event] = seen as [PushEvent];
    expect(event).toMatchObject({ type: "push", id: "arrive", receivedAt: 1_700_000_000_000, verified: true, payload: { ref: "ü \u0000 \u{1F600}" } });
    expect(Buffer.from(event.rawBody).equals(Buffer.from(request.body))).toBe(true);
  });

  test("are queued once, and handled once where they are queued twice", async () => {
    let ran = 0;
    await work(() => void ran++, { store: memoryStore() });
    // Two receivers that do not know of each other.
    const [one, other] = [receiver(), receiver()];
    const statuses = [];
    for (const handler of [one, one, other]) statuses.push((await send(handler, "twice")).status);
    await send(one, "twice-end");
    expect(statuses).toEqual([202, 200, 202]);
    await vi.waitFor(() => expect(ran).toBeGreaterThanOrEqual(2), WAIT);
    await drained();
    expect(ran).toBe(2);
  });

  test("are tried again until they succeed", async () => {
    let ran = 0;
    await work(() => { if (++ran < 3) throw new Error("not yet"); });
    expect((await send(receiver(), "tried")).status).toBe(202);
    await vi.waitFor(() => expect(ran).toBe(3), WAIT);
  });

  test("end as dead letters, and are handled when those are replayed", async () => {
    let isBroken = true;
    let [failed, handled] = [0, 0];
    await work(() => { if (isBroken) { failed += 1; throw new Error("broken"); } handled += 1; });
    expect((await send(receiver(), "dead")).status).toBe(202);
    await vi.waitFor(() => expect(failed).toBe(3), WAIT);
    isBroken = false;
    const replayed: string[] = [];
    await vi.waitFor(async () => {
      replayed.push(...(await engine.deadLetters.replay(10)));
      expect(replayed).toEqual(["sample/default push dead"]);
    }, WAIT);
    await vi.waitFor(() => expect(handled).toBe(1), WAIT);
    expect(failed).toBe(3);
    expect(await engine.deadLetters.replay(10)).toEqual([]);
  });

  test("are done when the method gave them up", async () => {
    let ran = 0;
    await work(() => { ran += 1; throw new WebhookPermanentError("never"); });
    await send(receiver(), "given-up");
    await vi.waitFor(() => expect(ran).toBe(1), WAIT);
    await drained();
    expect(ran).toBe(1);
    expect(await engine.deadLetters.replay(10)).toEqual([]);
  });

  test("may have any id", async () => {
    const ids = ["1234567890123456789", "0", "github:5f3c:1", "a b", "*.>", "日本語", "'; DROP TABLE x", "__proto__", "x".repeat(3000), "\u0001"];
    const seen = new Set<string | undefined>();
    await work((event) => void seen.add(event.id));
    const handler = receiver();
    for (const id of ids) expect((await send(handler, id)).status).toBe(202);
    await vi.waitFor(() => expect(seen).toEqual(new Set(ids)), WAIT);
  });

  test("that are being handled are finished before the worker stops", async () => {
    let [started, finished] = [0, 0];
    await work(async () => {
      started += 1;
      await new Promise((resolve) => setTimeout(resolve, 300));
      finished += 1;
    });
    await send(receiver(), "slow");
    await vi.waitFor(() => expect(started).toBe(1), WAIT);
    await stops.pop()?.();
    await vi.waitFor(() => expect(finished).toBe(1), WAIT);
  });
});

async function send(handler: SampleHandler, id: string): Promise<WebhookResponse> {
  return handler.handle(await signedRequest(handler, "push", { ref: "main" }, { id }));
}

/** Until whatever was queued before must have been seen: engines tell the time differently, none needs longer. */
async function drained(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1500));
}
