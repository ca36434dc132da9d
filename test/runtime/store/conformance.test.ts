import type { ClaimStore, WebhookResponse } from "@smart-webhooks/runtime";
import { signedRequest } from "@smart-webhooks/runtime/testing";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { SampleHandler } from "../sample-handler.js";
import { type OpenStore, STORES } from "./stores.js";

const LONG = 600_000;
const SHORT = 150;

/** Longer than a short lease, on any clock. */
const leaseEnds = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, SHORT * 2));

let keys = 0;
const newKey = (): string => `github/default/id/${process.pid}-${++keys}`;

describe.each(Object.entries(STORES))("the store in %s", (_, { isThere, start }) => {
  // Shown as skipped where the service does not run.
  const test = it.skipIf(!isThere);
  let opened: OpenStore;
  let store: ClaimStore;
  beforeAll(async () => {
    if (!isThere) return;
    opened = await start();
    store = opened.open();
  });
  afterAll(() => opened?.close());

  test("gives a key to the first who claims it, and other keys to others", async () => {
    const [key, other] = [newKey(), newKey()];
    expect(await store.claim(key, LONG, "a")).toBe("claimed");
    expect(await store.claim(key, LONG, "b")).toBe("running");
    expect(await opened.open().claim(key, LONG, "c")).toBe("running");
    expect(await store.claim(other, LONG, "d")).toBe("claimed");
  });

  test("remembers what is done, past the lease", async () => {
    const key = newKey();
    await store.claim(key, SHORT, "a");
    await store.complete(key, "a");
    expect(await store.claim(key, LONG, "b")).toBe("done");
    await leaseEnds();
    expect(await opened.open().claim(key, LONG, "b")).toBe("done");
  });

  test("gives a released key to the next", async () => {
    const key = newKey();
    await store.claim(key, LONG, "a");
    await store.release(key, "a");
    expect(await store.claim(key, LONG, "b")).toBe("claimed");
  });

  test("takes the holder of a claim for dead when the lease ends", async () => {
    const key = newKey();
    await store.claim(key, SHORT, "a");
    await leaseEnds();
    expect(await store.claim(key, LONG, "b")).toBe("claimed");
    expect(await store.claim(key, LONG, "c")).toBe("running");
  });

  test("lets nobody complete or release another one's claim", async () => {
    const key = newKey();
    await store.claim(key, SHORT, "stale");
    await leaseEnds();
    await store.claim(key, LONG, "new");
    await store.complete(key, "stale");
    expect(await store.claim(key, LONG, "c")).toBe("running");
    await store.release(key, "stale");
    expect(await store.claim(key, LONG, "c")).toBe("running");
    await store.complete(key, "new");
    expect(await store.claim(key, LONG, "c")).toBe("done");
    await store.release(key, "stale");
    await store.complete(key, "stale");
    expect(await store.claim(key, LONG, "c")).toBe("done");
  });

  test("lets a late worker complete what nobody took over", async () => {
    const key = newKey();
    await store.claim(key, SHORT, "late");
    await leaseEnds();
    await store.complete(key, "late");
    expect(await store.claim(key, LONG, "b")).toBe("done");
  });

  test("gives one of fifty who claim at once the key", async () => {
    const key = newKey();
    const states = await Promise.all(Array.from({ length: 50 }, (__, index) => opened.open().claim(key, LONG, `t${index}`)));
    expect(states.filter((state) => state === "claimed")).toHaveLength(1);
    expect(states.filter((state) => state === "running")).toHaveLength(49);
  });

  test("gives one of fifty a key whose lease has ended", async () => {
    const key = newKey();
    await store.claim(key, SHORT, "dead");
    await leaseEnds();
    const states = await Promise.all(Array.from({ length: 50 }, (__, index) => store.claim(key, LONG, `t${index}`)));
    expect(states.filter((state) => state === "claimed")).toHaveLength(1);
  });

  test("keeps its leases when this process's clock jumps, by a year and either way", async () => {
    const now = Date.now();
    vi.useFakeTimers({ toFake: ["Date"], now });
    try {
      for (const year of [365, -365]) {
        const [held, done] = [newKey(), newKey()];
        await store.claim(held, LONG, "a");
        await store.claim(done, LONG, "a");
        await store.complete(done, "a");
        vi.setSystemTime(now + year * 86_400_000);
        expect(await store.claim(held, LONG, "b")).toBe("running");
        expect(await store.claim(done, LONG, "b")).toBe("done");
        vi.setSystemTime(now);
      }
    } finally {
      vi.useRealTimers();
    }
  });

  test("runs fifty equal deliveries at once one time", async () => {
    let ran = 0;
    const onPush = async (): Promise<void> => {
      ran += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
    };
    // As many processes: each has its own store over the one memory.
    const handlers = Array.from({ length: 50 }, () => SampleHandler.define({ onPush }, { secret: "s", store: opened.open(), logger: {} }));
    const id = newKey();
    const answers = await Promise.all(handlers.map((handler) => deliver(handler, id)));
    expect(ran).toBe(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect((await deliver(handlers[0] as SampleHandler, id)).json()).toEqual({ duplicate: true, status: "success" });
    expect(ran).toBe(1);
  });

  test("has a failed delivery handled again, and then never more", async () => {
    let ran = 0;
    const onPush = (): void => {
      if (++ran === 1) throw new Error("not yet");
    };
    const handler = SampleHandler.define({ onPush }, { secret: "s", store, logger: {} });
    const id = newKey();
    const statuses = [];
    for (let sent = 0; sent < 4; sent++) statuses.push((await deliver(handler, id)).status);
    expect([statuses, ran]).toEqual([[500, 200, 200, 200], 2]);
  });

  test.each(["1234567890123456789", "a:b/c?d#e", "x y", "日本語", "\u0000\uD800", "'; DROP TABLE x; --", "%00\\", "z".repeat(10_000), "__proto__"])("takes the id %j", async (id) => {
    let ran = 0;
    const handler = SampleHandler.define({ onPush: () => void ran++ }, { secret: "s", store, logger: {} });
    const unique = `${id}${newKey()}`;
    for (let sent = 0; sent < 2; sent++) expect((await deliver(handler, unique)).status).toBe(200);
    expect((await deliver(handler, `${unique}x`)).status).toBe(200);
    expect(ran).toBe(2);
  });
});

describe.each(Object.entries(STORES).filter(([name]) => name !== "memory"))("the store in %s", (_, { isThere, start }) => {
  it.skipIf(!isThere)("forgets what is done in the end", async () => {
    const opened = await start();
    try {
      const store = opened.open({ remember: SHORT });
      await store.claim("k", LONG, "a");
      await store.complete("k", "a");
      expect(await store.claim("k", LONG, "b")).toBe("done");
      await leaseEnds();
      expect(await store.claim("k", LONG, "b")).toBe("claimed");
    } finally {
      await opened.close();
    }
  });
});

async function deliver(handler: SampleHandler, id: string): Promise<WebhookResponse> {
  return handler.handle(await signedRequest(handler, "push", { ref: "main" }, { id }));
}
