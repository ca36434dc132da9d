import { redisStore } from "@smart-webhooks/runtime/redis";
import { describe, expect, it } from "vitest";
import { answers, connectRedis, freshName, REDIS_PORT } from "../../services/services.js";

const isThere = await answers(REDIS_PORT);

describe("redisStore", () => {
  it.skipIf(!isThere)("knows its own claim, which a client sends again when it lost the answer", async () => {
    const [client, prefix] = [connectRedis(), `${freshName()}:`];
    try {
      const store = redisStore(client, { prefix });
      const states = [await store.claim("k", 60_000, "a"), await store.claim("k", 60_000, "a"), await store.claim("k", 60_000, "b")];
      expect(states).toEqual(["claimed", "claimed", "running"]);
      // Without a token nobody's claim can be told from another's.
      expect([await store.claim("x", 60_000), await store.claim("x", 60_000)]).toEqual(["claimed", "running"]);
      expect(await client.pttl(`${prefix}k`)).toBeLessThanOrEqual(60_000);
      await store.complete("k", "a");
      expect(await client.pttl(`${prefix}k`)).toBeGreaterThan(3 * 24 * 60 * 60_000);
    } finally {
      await client.del(`${prefix}k`, `${prefix}x`);
      client.disconnect();
    }
  });

  it("sends what each client takes", async () => {
    const sent: unknown[] = [];
    const node = redisStore({ sendCommand: async (command) => void sent.push(command) }, { prefix: "p:" });
    const io = redisStore({ call: async (name, args) => void sent.push([name, ...args]) }, { prefix: "p:" });
    for (const store of [node, io]) await store.claim("k", 5, "t");
    expect(sent).toEqual([["SET", "p:k", "held:t", "NX", "PX", "5"], ["SET", "p:k", "held:t", "NX", "PX", "5"]]);
  });
});
