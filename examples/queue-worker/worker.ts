import { bullmqProcessor } from "@smart-webhooks/runtime/bullmq";
import { Worker } from "bullmq";
import { handlers } from "./handlers.js";
import { connectWorker, queue } from "./queue.js";

// Killed once more than this while it is handled, a job is a dead letter.
const worker = new Worker(queue.name, bullmqProcessor(handlers), { connection: connectWorker(), concurrency: 10, maxStalledCount: 5 });
worker.on("error", ({ message }) => console.error("worker:", message));
worker.on("ready", () => console.log("working"));

process.once("SIGTERM", () => void worker.close().then(() => process.exit(0)));
