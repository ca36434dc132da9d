import type { DeadLetters } from "./dead-letters.js";
import type { Dispatcher, QueuedDelivery } from "./dispatcher.js";
import { describeJob, toJob } from "./job.js";
import { webhookWorker, type WorkerHandlers, type WorkerOptions } from "./worker.js";

export type { DeadLetters } from "./dead-letters.js";

/** Runs SQL for pg-boss: on a client in the middle of a transaction, the job is part of that. */
export interface SqlExecutor {
  executeSql(text: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}

/** When and how often a job is tried: pg-boss's own options. */
export interface BossJobOptions {
  readonly retryLimit?: number;
  /** Seconds. */
  readonly retryDelay?: number;
  readonly retryBackoff?: boolean;
  readonly priority?: number;
}

/** The part of a `PgBoss` that is used. Its queues are made by you, with `boss.createQueue()`. */
export interface Boss {
  send(name: string, data: object, options: BossJobOptions & { db?: SqlExecutor }): Promise<string | null>;
  fetch(name: string, options: { batchSize: number }): Promise<readonly { readonly id: string; readonly data: unknown }[] | null>;
  complete(name: string, id: string): Promise<unknown>;
  stop(): Promise<unknown>;
}

/** Options of `pgBossDispatcher`. */
export interface PgBossDispatcherOptions extends BossJobOptions {
  /** Queues the delivery within a transaction of yours: `send` on its connection, beside what else belongs together. */
  readonly transaction?: (send: (db: SqlExecutor) => Promise<void>, delivery: QueuedDelivery) => Promise<unknown>;
}

/**
 * Queues deliveries in pg-boss. A job is tried 15 times within hours unless told; then it goes to the queue's dead letter queue, where it
 * was created with one.
 */
export function pgBossDispatcher(boss: Pick<Boss, "send">, queue: string, { transaction, ...options }: PgBossDispatcherOptions = {}): Dispatcher {
  return {
    enqueue: (delivery) => {
      const send = async (db?: SqlExecutor): Promise<void> => {
        const id = await boss.send(queue, toJob(delivery), { ...DEFAULTS, ...options, ...(db && { db }) });
        // Some policies of a queue turn jobs away without a word.
        if (id === null) throw new Error(`The queue ${queue} did not take the job`);
      };
      return transaction === undefined ? send() : transaction(send, delivery);
    },
  };
}

/** A function for `boss.work(queue, …)`. Leave its batch at one job: those of a batch fail together. */
export function pgBossWorker(handlers: WorkerHandlers, options?: WorkerOptions): (jobs: readonly { readonly data: unknown }[]) => Promise<void> {
  const work = webhookWorker(handlers, options);
  return async (jobs) => {
    for (const { data } of jobs) await work(data);
  };
}

/** The jobs in a dead letter queue, which go back to the queue that they came from. */
export function pgBossDeadLetters(boss: Boss, queue: string, deadLetterQueue: string): DeadLetters {
  return {
    replay: async (limit) => {
      const dead = (await boss.fetch(deadLetterQueue, { batchSize: limit })) ?? [];
      for (const { id, data } of dead) {
        // In this order: what breaks off between the two is tried twice, never lost.
        await boss.send(queue, data as object, DEFAULTS);
        await boss.complete(deadLetterQueue, id);
      }
      return dead.map(({ data }) => describeJob(data));
    },
    close: () => boss.stop(),
  };
}

const DEFAULTS: BossJobOptions = { retryLimit: 15, retryDelay: 1, retryBackoff: true };
