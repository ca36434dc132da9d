import { bullmqProcessor } from "@smart-webhooks/runtime/bullmq";
import { pgBossWorker } from "@smart-webhooks/runtime/pg-boss";
import { Worker } from "bullmq";
import { Redis } from "ioredis";
import { connect, type Engine, handlerOf, LEASE, readSettings, SECRET, startBoss } from "./fleet.js";

// A worker: takes jobs of both engines, and writes down what it handled. Started by run.ts, and killed by it at any time.
const settings = readSettings();
const { pool, stores } = connect(settings);
const handlers = Object.fromEntries((["alpha", "beta"] satisfies Engine[]).map((engine) => [engine, handlerOf(engine).define({ onPush: (event) => write(event.id) }, { secret: SECRET, logger: {}, lease: LEASE, store: stores[engine] })]));

// BullMQ's worker waits for Redis as long as it takes.
const connection = new Redis({ host: "127.0.0.1", port: settings.redisPort, maxRetriesPerRequest: null, retryStrategy: () => 100 });
connection.on("error", () => {});
const queue = new Worker(settings.name, bullmqProcessor(handlers), { connection, prefix: `${settings.name}q`, concurrency: 20, lockDuration: 4000, stalledInterval: 2000, maxStalledCount: 1000 });
queue.on("error", () => {});
await queue.waitUntilReady();

const boss = await startBoss(settings, pool, true);
const work = pgBossWorker(handlers);
// Five loops of one job each: those of a batch fail together.
for (let loop = 0; loop < 5; loop++) await boss.work("deliveries", { pollingIntervalSeconds: 0.5, batchSize: 20 }, (jobs) => settleAll(jobs));
process.send?.("ready");

process.once("SIGTERM", () => {
  void Promise.all([queue.close(), boss.stop({ graceful: true, wait: true, timeout: 20_000 })]).then(() => process.exit(0));
});

async function write(id: string | undefined): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 5));
  await pool.query(`INSERT INTO ${settings.name}.handled (id) VALUES ($1)`, [id]);
}

/** A batch whose jobs end each for itself: those that failed are told to pg-boss here, the others by the batch. */
async function settleAll(jobs: readonly { readonly id: string; readonly data: unknown }[]): Promise<void> {
  await Promise.all(jobs.map((job) => work([job]).catch((error: Error) => boss.fail("deliveries", job.id, { message: error.message }))));
}
