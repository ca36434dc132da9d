import { Queue } from "bullmq";
import { Redis } from "ioredis";

const url = process.env["REDIS_URL"] ?? "redis://127.0.0.1:6379";

/** For requests: when Redis is away they fail at once, and the provider, told 503, sends again. */
export const redis: Redis = new Redis(url, { maxRetriesPerRequest: 1, enableOfflineQueue: false, commandTimeout: 3000 });

/** For workers: they wait for Redis as long as it takes. */
export const connectWorker = (): Redis => new Redis(url, { maxRetriesPerRequest: null });

export const queue: Queue = new Queue(process.env["QUEUE"] ?? "webhooks", { connection: redis });

// Without a listener an error would end the process.
redis.on("error", ({ message }) => console.error("redis:", message));
queue.on("error", ({ message }) => console.error("queue:", message));
