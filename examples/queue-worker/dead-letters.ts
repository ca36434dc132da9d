import { bullmqDeadLetters } from "@smart-webhooks/runtime/bullmq";
import { queue, redis } from "./queue.js";

/** What `smart-webhooks replay dead-letters.ts` puts back. */
export const deadLetters = bullmqDeadLetters({
  getFailed: (start, end) => queue.getFailed(start, end),
  close: async () => {
    await queue.close();
    redis.disconnect();
  },
});
