import { type Consumer, consume } from "./consumer.js";
import type { DeadLetters } from "./dead-letters.js";
import type { Dispatcher } from "./dispatcher.js";
import { describeJob, toJob } from "./job.js";
import { readJson } from "./read-json.js";
import { WebhookJobError, webhookWorker, type WorkerHandlers, type WorkerOptions } from "./worker.js";

export type { Consumer } from "./consumer.js";
export type { DeadLetters } from "./dead-letters.js";

/** The part of a `JetStreamClient` that is used. */
export interface JetStream {
  publish(subject: string, data: Uint8Array): Promise<unknown>;
}

/** The part of a JetStream consumer (`await js.consumers.get(stream, name)`) that is used. */
export interface JetStreamConsumer {
  fetch(options: { max_messages: number; expires: number }): Promise<AsyncIterable<JetStreamMessage>>;
}

/** The part of a message that is used. */
export interface JetStreamMessage {
  readonly data: Uint8Array;
  readonly info: { readonly deliveryCount: number };
  ack(): void;
  nak(milliseconds: number): void;
}

/** Options of `natsConsumer`. */
export interface NatsConsumerOptions extends WorkerOptions {
  /** Where jobs go that failed for good: a subject of another stream. */
  readonly deadLetterSubject: string;
  /** How often a job is tried, 15 times unless told: within four and a half hours. */
  readonly tries?: number;
  /** Told when NATS does not answer; `console.error` unless given. */
  readonly onError?: (error: unknown) => void;
}

/** Queues deliveries in a stream of JetStream that listens to the subject. It has them when it has written them down. */
export function natsDispatcher(js: JetStream, subject: string): Dispatcher {
  return { enqueue: (delivery) => js.publish(subject, new TextEncoder().encode(JSON.stringify(toJob(delivery)))) };
}

/**
 * Takes jobs until it is stopped, ten at a time. What fails comes back, later each time, and in the end goes to the dead letters. The
 * consumer acknowledges explicitly, without a `max_deliver`; its `ack_wait` must be longer than a method takes.
 */
export function natsConsumer(js: JetStream, consumer: JetStreamConsumer, handlers: WorkerHandlers, options: NatsConsumerOptions): Consumer {
  const { deadLetterSubject, tries = 15, onError = console.error } = options;
  const work = webhookWorker(handlers, options);
  const one = async (message: JetStreamMessage): Promise<void> => {
    const count = message.info.deliveryCount;
    const error = await work(readJson(new TextDecoder().decode(message.data))).then(() => undefined, (thrown: unknown) => thrown);
    const isHopeless = count >= tries || (error instanceof WebhookJobError && !error.retryable);
    if (error !== undefined && !isHopeless) return message.nak(2 ** (count - 1) * 1000);
    // Written down there before it is gone from here.
    if (error !== undefined) await js.publish(deadLetterSubject, message.data);
    message.ack();
  };
  return consume(async () => {
    const running: Promise<void>[] = [];
    // What could not be told to NATS comes back, and is known by then.
    for await (const message of await consumer.fetch({ max_messages: 10, expires: 1000 })) running.push(one(message).catch(onError));
    await Promise.all(running);
  }, onError);
}

/** The dead letters that a consumer of their stream has not acknowledged yet, which go back to the subject that jobs come from. */
export function natsDeadLetters(js: JetStream, consumer: JetStreamConsumer, subject: string, connection: { drain(): Promise<unknown> }): DeadLetters {
  return {
    replay: async (limit) => {
      const replayed: string[] = [];
      for await (const message of await consumer.fetch({ max_messages: limit, expires: 1000 })) {
        await js.publish(subject, message.data);
        message.ack();
        replayed.push(describeJob(readJson(new TextDecoder().decode(message.data))));
      }
      return replayed;
    },
    close: () => connection.drain(),
  };
}
