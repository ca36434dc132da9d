import type { SqsClient, SqsMessage } from "@smart-webhooks/runtime/sqs";

interface Held {
  readonly body: string;
  handle: string;
  received: number;
  /** Unix milliseconds. */
  visibleAt: number;
}

/** What SQS does with messages, in memory: visibility, receipt handles, counts, redrive. Its seconds pass a hundred times as fast. */
export class FakeSqs implements SqsClient {
  readonly #queues = new Map<string, Held[]>();
  readonly #deadLetterQueue: string;
  readonly #maxReceiveCount: number;
  #handles = 0;

  constructor(deadLetterQueue: string, maxReceiveCount: number) {
    this.#deadLetterQueue = deadLetterQueue;
    this.#maxReceiveCount = maxReceiveCount;
  }

  async sendMessage({ QueueUrl, MessageBody }: Parameters<SqsClient["sendMessage"]>[0]): Promise<void> {
    if (new TextEncoder().encode(MessageBody).length > 1024 * 1024) throw new Error("InvalidParameterValue: One or more parameters are invalid. Reason: Message must be shorter than 1048576 bytes.");
    this.#queue(QueueUrl).push({ body: MessageBody, handle: "", received: 0, visibleAt: 0 });
  }

  async receiveMessage(input: Parameters<SqsClient["receiveMessage"]>[0], { abortSignal }: { abortSignal?: AbortSignal } = {}): Promise<{ Messages?: SqsMessage[] }> {
    for (let waited = 0; waited <= input.WaitTimeSeconds; waited++) {
      if (abortSignal?.aborted) throw new Error("AbortError");
      const messages = this.#take(input.QueueUrl, input.MaxNumberOfMessages);
      if (messages.length > 0) return { Messages: messages };
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return {};
  }

  async deleteMessage({ QueueUrl, ReceiptHandle }: Parameters<SqsClient["deleteMessage"]>[0]): Promise<void> {
    const queue = this.#queue(QueueUrl);
    const at = queue.findIndex(({ handle }) => handle === ReceiptHandle);
    if (at >= 0) queue.splice(at, 1);
  }

  async changeMessageVisibility({ QueueUrl, ReceiptHandle, VisibilityTimeout }: Parameters<SqsClient["changeMessageVisibility"]>[0]): Promise<void> {
    const held = this.#queue(QueueUrl).find(({ handle }) => handle === ReceiptHandle);
    if (held) held.visibleAt = Date.now() + VisibilityTimeout * 10;
  }

  #take(url: string, max: number): SqsMessage[] {
    const queue = this.#queue(url);
    const taken: SqsMessage[] = [];
    for (const held of queue.slice()) {
      if (taken.length >= max || held.visibleAt > Date.now()) continue;
      if (url !== this.#deadLetterQueue && held.received >= this.#maxReceiveCount) {
        queue.splice(queue.indexOf(held), 1);
        this.#queue(this.#deadLetterQueue).push({ ...held, received: 0, visibleAt: 0 });
        continue;
      }
      Object.assign(held, { handle: `h${++this.#handles}`, received: held.received + 1, visibleAt: Date.now() + 30_000 });
      taken.push({ Body: held.body, ReceiptHandle: held.handle, Attributes: { ApproximateReceiveCount: String(held.received) } });
    }
    return taken;
  }

  #queue(url: string): Held[] {
    const queue = this.#queues.get(url) ?? [];
    this.#queues.set(url, queue);
    return queue;
  }
}
