import type { DeadLetters } from "./dead-letters.js";
import type { Dispatcher } from "./dispatcher.js";
import { describeJob, toJob } from "./job.js";
import { type Consumer, consume } from "./consumer.js";
import { readJson } from "./read-json.js";
import { webhookWorker, type WorkerHandlers, type WorkerOptions } from "./worker.js";

export type { Consumer } from "./consumer.js";
export type { DeadLetters } from "./dead-letters.js";

/** The part of the AWS SDK's `SQS` (the client with a method per operation) that is used. */
export interface SqsClient {
  sendMessage(input: { QueueUrl: string; MessageBody: string }): Promise<unknown>;
  receiveMessage(
    input: { QueueUrl: string; MaxNumberOfMessages: number; WaitTimeSeconds: number; MessageSystemAttributeNames: ["ApproximateReceiveCount"] },
    options?: { abortSignal?: AbortSignal },
  ): Promise<{ Messages?: SqsMessage[] | undefined }>;
  deleteMessage(input: { QueueUrl: string; ReceiptHandle: string }): Promise<unknown>;
  changeMessageVisibility(input: { QueueUrl: string; ReceiptHandle: string; VisibilityTimeout: number }): Promise<unknown>;
}

/** The part of a message that is read. */
export interface SqsMessage {
  readonly Body?: string | undefined;
  readonly ReceiptHandle?: string | undefined;
  readonly Attributes?: Partial<Record<string, string>> | undefined;
}

/** Options of `sqsConsumer`. */
export interface ConsumerOptions extends WorkerOptions {
  /** Told when SQS does not answer; `console.error` unless given. */
  readonly onError?: (error: unknown) => void;
}

/** Queues deliveries in a standard SQS queue. One that is larger than a message may be, in base64, is answered 503. */
export function sqsDispatcher(client: Pick<SqsClient, "sendMessage">, queueUrl: string): Dispatcher {
  return {
    enqueue: (delivery) => client.sendMessage({ QueueUrl: queueUrl, MessageBody: JSON.stringify(toJob(delivery)) }),
  };
}

/**
 * Takes messages until it is stopped, ten at a time. What fails comes back, later each time (up to an hour), until the queue's redrive
 * policy moves it to the dead letter queue. The queue's visibility timeout must be longer than a method takes.
 */
export function sqsConsumer(client: SqsClient, queueUrl: string, handlers: WorkerHandlers, options: ConsumerOptions = {}): Consumer {
  const { onError = console.error } = options;
  const work = webhookWorker(handlers, options);
  const one = async (message: SqsMessage): Promise<void> => {
    const at = { QueueUrl: queueUrl, ReceiptHandle: message.ReceiptHandle ?? "" };
    // The handler's logger is told why a job failed.
    const isDone = await work(readJson(message.Body ?? "")).then(() => true, () => false);
    const tries = Number(message.Attributes?.["ApproximateReceiveCount"] ?? 1);
    if (isDone) await client.deleteMessage(at);
    else await client.changeMessageVisibility({ ...at, VisibilityTimeout: Math.min(2 ** (tries - 1), LONGEST_WAIT) });
  };
  return consume(async (abortSignal) => {
    const { Messages = [] } = await receive(client, queueUrl, 10, 20, { abortSignal });
    // One whose end SQS could not be told comes back, and is known by then.
    await Promise.all(Messages.map((message) => one(message).catch(onError)));
  }, onError);
}

/** The messages of a dead letter queue, which go back to the queue that they came from. */
export function sqsDeadLetters(client: SqsClient & { destroy?(): void }, queueUrl: string, deadLetterQueueUrl: string): DeadLetters {
  return {
    replay: async (limit) => {
      const replayed: string[] = [];
      while (replayed.length < limit) {
        const { Messages = [] } = await receive(client, deadLetterQueueUrl, Math.min(10, limit - replayed.length), 0);
        if (Messages.length === 0) break;
        for (const { Body = "", ReceiptHandle = "" } of Messages) {
          await client.sendMessage({ QueueUrl: queueUrl, MessageBody: Body });
          await client.deleteMessage({ QueueUrl: deadLetterQueueUrl, ReceiptHandle });
          replayed.push(describeJob(readJson(Body)));
        }
      }
      return replayed;
    },
    close: async () => client.destroy?.(),
  };
}

/** Seconds. */
const LONGEST_WAIT = 3600;

function receive(client: SqsClient, QueueUrl: string, MaxNumberOfMessages: number, WaitTimeSeconds: number, options = {}): ReturnType<SqsClient["receiveMessage"]> {
  return client.receiveMessage({ QueueUrl, MaxNumberOfMessages, WaitTimeSeconds, MessageSystemAttributeNames: ["ApproximateReceiveCount"] }, options);
}
