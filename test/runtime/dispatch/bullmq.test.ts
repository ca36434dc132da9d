import { bullmqDeadLetters, bullmqDispatcher } from "@smart-webhooks/runtime/bullmq";
import { Queue, Worker } from "bullmq";
import { describe, expect, it, vi } from "vitest";
import { answers, connectRedis, freshName, REDIS_PORT } from "../../services/services.js";

const isThere = await answers(REDIS_PORT);

describe("dead letters in BullMQ", () => {
  it.skipIf(!isThere)("go back oldest first, no more than asked for", async () => {
    const connection = connectRedis();
    const queue = new Queue(freshName(), { connection });
    const worker = new Worker(queue.name, () => Promise.reject(new Error("no")), { connection: connectRedis() });
    try {
      const { enqueue } = bullmqDispatcher(queue, { attempts: 1 });
      for (const [index, id] of ["a", "b", "c", "d"].entries()) {
        await enqueue({ provider: "p", webhook: "default", event: "push", id, method: "POST", url: "/", headers: {}, body: new Uint8Array(1), receivedAt: 1 });
        await vi.waitFor(async () => expect(await queue.getFailedCount()).toBe(index + 1), { timeout: 30_000 });
      }
      await worker.close();
      const letters = bullmqDeadLetters(queue);
      expect(await letters.replay(3)).toEqual(["p/default push a", "p/default push b", "p/default push c"]);
      expect([await queue.getFailedCount(), await queue.getWaitingCount()]).toEqual([1, 3]);
      expect(await letters.replay(3)).toEqual(["p/default push d"]);
    } finally {
      await worker.close();
      await queue.obliterate({ force: true });
      await queue.close();
      connection.disconnect();
    }
  });
});
