import type { DeadLetters } from "./dead-letters.js";
import type { Dispatcher } from "./dispatcher.js";
import { describeJob, toJob } from "./job.js";
import { webhookWorker, type WorkerHandlers, type WorkerOptions } from "./worker.js";

export type { DeadLetters } from "./dead-letters.js";

/** The part of a BullMQ `Queue` that is used. */
export interface BullQueue {
  add(name: string, data: unknown, options: BullJobOptions): Promise<unknown>;
  getFailed(start: number, end: number): Promise<readonly BullJob[]>;
  close(): Promise<unknown>;
}

/** The part of a BullMQ `Job` that is used. */
export interface BullJob {
  readonly data: unknown;
  retry(state: "failed", options: { resetAttemptsMade: boolean; resetAttemptsStarted: boolean }): Promise<unknown>;
}

/** How often and when a job is tried, and what is kept of it: BullMQ's own options. */
export interface BullJobOptions {
  readonly attempts?: number;
  readonly backoff?: { readonly type: "exponential" | "fixed"; readonly delay: number; readonly jitter?: number };
  readonly removeOnComplete?: boolean | number;
  readonly priority?: number;
}

/**
 * Queues deliveries in BullMQ. A job is tried 15 times within four and a half hours unless told, then it is a dead letter: one of the
 * queue's failed jobs. Its id is BullMQ's: providers' ids are not always such as it takes.
 */
export function bullmqDispatcher(queue: Pick<BullQueue, "add">, options?: BullJobOptions): Dispatcher {
  return {
    enqueue: (delivery) => queue.add(delivery.event ?? "batch", toJob(delivery), { ...DEFAULTS, ...options }),
  };
}

/** A processor for BullMQ's `new Worker(name, processor, …)`. What no further try can mend is a dead letter at once. */
export function bullmqProcessor(handlers: WorkerHandlers, options?: WorkerOptions): (job: { readonly data: unknown }) => Promise<void> {
  const work = webhookWorker(handlers, options);
  return ({ data }) => work(data);
}

/** The failed jobs of a BullMQ queue, oldest first. */
export function bullmqDeadLetters(queue: Pick<BullQueue, "getFailed" | "close">): DeadLetters {
  return {
    replay: async (limit) => {
      // BullMQ lists the newest first: these are the last ones of its list.
      const failed = (await queue.getFailed(-limit, -1)).toReversed();
      for (const job of failed) await job.retry("failed", { resetAttemptsMade: true, resetAttemptsStarted: true });
      return failed.map(({ data }) => describeJob(data));
    },
    close: () => queue.close(),
  };
}

/** The first tries soon, the last ones hours later: past a deployment that went wrong, and past a lease that nobody renews. */
const DEFAULTS: BullJobOptions = { attempts: 15, backoff: { type: "exponential", delay: 1000, jitter: 0.5 }, removeOnComplete: true };
