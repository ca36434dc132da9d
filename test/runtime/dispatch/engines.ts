import type { Dispatcher } from "@smart-webhooks/runtime";
import { bullmqDeadLetters, bullmqDispatcher, bullmqProcessor, type DeadLetters } from "@smart-webhooks/runtime/bullmq";
import { natsConsumer, natsDeadLetters, natsDispatcher } from "@smart-webhooks/runtime/nats";
import { pgBossDeadLetters, pgBossDispatcher, pgBossWorker } from "@smart-webhooks/runtime/pg-boss";
import { sqsConsumer, sqsDeadLetters, sqsDispatcher } from "@smart-webhooks/runtime/sqs";
import type { WorkerHandlers } from "@smart-webhooks/runtime/worker";
import { AckPolicy, jetstream, jetstreamManager } from "@nats-io/jetstream";
import { connect } from "@nats-io/transport-node";
import { Queue, Worker } from "bullmq";
import PgBoss from "pg-boss";
import { answers, connectPostgres, connectRedis, freshName, NATS_PORT, POSTGRES_PORT, REDIS_PORT } from "../../services/services.js";
import { FakeSqs } from "./fake-sqs.js";

/** A queue engine with an empty queue of its own, in which a job has three tries and no wait worth speaking of between them. */
export interface Engine {
  readonly dispatcher: Dispatcher;
  readonly deadLetters: DeadLetters;
  /** Starts a worker, and answers what stops it. */
  readonly work: (handlers: WorkerHandlers) => Promise<() => Promise<unknown>>;
  readonly close: () => Promise<void>;
}

/** Every engine by name: how to get at it, and whether its service answers. */
export const ENGINES: Readonly<Record<string, { readonly isThere: boolean; readonly start: () => Promise<Engine> }>> = {
  BullMQ: { isThere: await answers(REDIS_PORT), start: startBullMq },
  "pg-boss": { isThere: await answers(POSTGRES_PORT), start: startPgBoss },
  "NATS JetStream": { isThere: await answers(NATS_PORT), start: startNats },
  "SQS (a stand-in for its client)": { isThere: true, start: startSqs },
};

async function startBullMq(): Promise<Engine> {
  const connection = connectRedis();
  const queue = new Queue(freshName(), { connection });
  return {
    dispatcher: bullmqDispatcher(queue, { attempts: 3, backoff: { type: "fixed", delay: 10 } }),
    deadLetters: bullmqDeadLetters({ getFailed: (from, to) => queue.getFailed(from, to), close: async () => {} }),
    work: async (handlers) => {
      const worker = new Worker(queue.name, bullmqProcessor(handlers), { connection: connectRedis(), concurrency: 5 });
      await worker.waitUntilReady();
      return () => worker.close();
    },
    close: async () => {
      await queue.obliterate({ force: true });
      await queue.close();
      connection.disconnect();
    },
  };
}

async function startPgBoss(): Promise<Engine> {
  const name = freshName();
  const boss = new PgBoss({ host: "127.0.0.1", port: POSTGRES_PORT, user: "postgres", database: "test", schema: name, max: 5 });
  boss.on("error", () => {});
  await boss.start();
  await boss.createQueue(`${name}_dead`);
  await boss.createQueue(name, { name, deadLetter: `${name}_dead` });
  return {
    dispatcher: pgBossDispatcher(boss, name, { retryLimit: 2, retryDelay: 0, retryBackoff: false }),
    deadLetters: pgBossDeadLetters(boss, name, `${name}_dead`),
    work: async (handlers) => {
      await boss.work(name, { pollingIntervalSeconds: 0.5 }, pgBossWorker(handlers));
      return () => boss.offWork(name);
    },
    close: async () => {
      await boss.stop({ wait: true, graceful: false });
      const pool = connectPostgres();
      await pool.query(`DROP SCHEMA ${name} CASCADE`);
      await pool.end();
    },
  };
}

async function startNats(): Promise<Engine> {
  const connection = await connect({ servers: `127.0.0.1:${NATS_PORT}` });
  const [manager, js] = [await jetstreamManager(connection), jetstream(connection)];
  const name = freshName();
  for (const stream of [name, `${name}_dead`]) {
    await manager.streams.add({ name: stream, subjects: [stream] });
    await manager.consumers.add(stream, { durable_name: "worker", ack_policy: AckPolicy.Explicit, ack_wait: 30e9 });
  }
  return {
    dispatcher: natsDispatcher(js, name),
    deadLetters: natsDeadLetters(js, await js.consumers.get(`${name}_dead`, "worker"), name, { drain: async () => {} }),
    work: async (handlers) => {
      const consumer = natsConsumer(js, await js.consumers.get(name, "worker"), handlers, { deadLetterSubject: `${name}_dead`, tries: 3, onError: () => {} });
      return () => consumer.stop();
    },
    close: async () => {
      for (const stream of [name, `${name}_dead`]) await manager.streams.delete(stream);
      await connection.close();
    },
  };
}

async function startSqs(): Promise<Engine> {
  const sqs = new FakeSqs("https://sqs/dead", 3);
  return {
    dispatcher: sqsDispatcher(sqs, "https://sqs/jobs"),
    deadLetters: sqsDeadLetters(sqs, "https://sqs/jobs", "https://sqs/dead"),
    work: async (handlers) => {
      const consumer = sqsConsumer(sqs, "https://sqs/jobs", handlers);
      return () => consumer.stop();
    },
    close: async () => {},
  };
}
