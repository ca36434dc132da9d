import { type QueuedDelivery, type WebhookHandlerOptions, WebhookRetryError } from "@smart-webhooks/runtime";
import { allowAddresses, limitRate } from "@smart-webhooks/runtime/guards";
import { signedRequest } from "@smart-webhooks/runtime/testing";
import { webhookWorker, type WebhookJobError } from "@smart-webhooks/runtime/worker";
import { describe, expect, it } from "vitest";
import { describeJob, fromJob, toJob, type WebhookJob } from "../../../src/runtime/dispatch/job.js";
import { type PushEvent, SampleHandler } from "../sample-handler.js";

const options = { secret: "s", logger: {} };

/** A job as a receiver queues it. */
async function queuedJob(receiving: WebhookHandlerOptions = {}): Promise<WebhookJob> {
  const queue: WebhookJob[] = [];
  const dispatcher = { enqueue: (delivery: QueuedDelivery) => void queue.push(JSON.parse(JSON.stringify(toJob(delivery))) as WebhookJob) };
  const handler = SampleHandler.define({ onPush: () => {} }, { ...options, dispatcher, ...receiving });
  await handler.handle(await signedRequest(handler, "push", { ref: "main" }, { id: "1" }));
  return queue[0] as WebhookJob;
}

/** A worker whose method does what it is told, and what it was given. */
function workerThat(onPush: () => unknown = () => {}, more: WebhookHandlerOptions = {}, how = {}): { readonly work: (job: unknown) => Promise<void>; readonly seen: PushEvent[] } {
  const seen: PushEvent[] = [];
  const method = (event: PushEvent): never => {
    seen.push(event);
    return onPush() as never;
  };
  return { work: webhookWorker({ sample: SampleHandler.define({ onPush: method }, { ...options, ...more }) }, how), seen };
}

async function failureOf(done: Promise<void>): Promise<Pick<WebhookJobError, "name" | "code" | "retryable">> {
  const { name, code, retryable } = (await done.then(() => Promise.reject(new Error("The job was done")), (error: unknown) => error)) as WebhookJobError;
  return { name, code, retryable };
}

describe("a worker", () => {
  it("handles what was queued, at the age it had when it came", async () => {
    const { work, seen } = workerThat();
    await work(await queuedJob({ now: () => 1_000_000 }));
    expect(seen).toMatchObject([{ id: "1", receivedAt: 1_000_000, verified: true, payload: { ref: "main" } }]);
  });

  it("verifies again: what was changed in the queue is refused for good", async () => {
    const { work, seen } = workerThat();
    const job = { ...(await queuedJob()), body: btoa('{"ref":"evil"}') };
    expect(await failureOf(work(job))).toEqual({ name: "UnrecoverableError", code: "signature_invalid", retryable: false });
    expect(seen).toEqual([]);
  });

  it("trusts its queue where it is told to: a secret may have changed since", async () => {
    const { work, seen } = workerThat(undefined, { secret: "new" }, { verify: false });
    await work(await queuedJob());
    expect(seen).toMatchObject([{ id: "1", verified: true }]);
  });

  it("asks for another try when a method fails, and when its secret is not set", async () => {
    const retried = { name: "WebhookJobError", retryable: true };
    const job = await queuedJob();
    expect(await failureOf(workerThat(() => { throw new Error("x"); }).work(job))).toEqual({ ...retried, code: "handler_failed" });
    expect(await failureOf(workerThat(() => { throw new WebhookRetryError(); }).work(job))).toEqual({ ...retried, code: "handler_retry" });
    expect(await failureOf(workerThat(() => SampleHandler.define({}, options).errorResponse("no")).work(job))).toEqual({ ...retried, code: undefined });
    expect(await failureOf(workerThat(() => {}, { secret: undefined, env: {} }).work(job))).toEqual({ ...retried, code: "secret_unusable" });
  });

  it("asks for another try while another worker is at it", async () => {
    let finish = (): void => {};
    const { work, seen } = workerThat(() => new Promise<void>((resolve) => (finish = resolve)));
    const job = await queuedJob();
    const first = work(job);
    await new Promise((resolve) => setImmediate(resolve));
    expect(await failureOf(work(job))).toEqual({ name: "WebhookJobError", code: "delivery_in_progress", retryable: true });
    finish();
    await first;
    await work(job);
    expect(seen).toHaveLength(1);
  });

  it("does not ask again what guards the door, but keeps the caps", async () => {
    const job = await queuedJob();
    await workerThat(undefined, { use: [allowAddresses([])] }).work(job);
    const { work } = workerThat(undefined, { use: [limitRate({ perMinute: 1, burst: 1 })] });
    await work(job);
    expect(await failureOf(work({ ...job, headers: { ...job.headers, "x-id": "2" } }))).toMatchObject({ code: "too_many_deliveries", retryable: true });
  });

  it("leaves a webhook it does not know to others", async () => {
    const job = { ...(await queuedJob()), webhook: "other" };
    expect(await failureOf(workerThat().work(job))).toEqual({ name: "WebhookJobError", code: "handler_missing", retryable: true });
  });

  it.each([undefined, null, 1, "x", [], {}, { provider: "sample" }, { provider: "sample", webhook: "default", method: "POST", url: "/", headers: null, body: "", receivedAt: 1 }])("gives %j up", async (job) => {
    expect(await failureOf(workerThat().work(job))).toEqual({ name: "UnrecoverableError", code: "job_malformed", retryable: false });
    expect(describeJob(job)).toBe("not a delivery");
  });

  it("is not made of two handlers for one webhook", () => {
    const handler = SampleHandler.define({}, options);
    expect(() => webhookWorker({ "/a": handler, "/b": SampleHandler.define({}, options) })).toThrow("Two handlers take the jobs of sample/default");
  });
});

describe("a receiver with a dispatcher", () => {
  const failing = { enqueue: () => Promise.reject(new Error("queue down")) };

  it("answers 503 when the queue does not take a delivery, and takes it up the next time", async () => {
    let isDown = true;
    const queue: QueuedDelivery[] = [];
    const dispatcher = { enqueue: async (delivery: QueuedDelivery) => (isDown ? failing.enqueue() : queue.push(delivery)) };
    const handler = SampleHandler.define({ onPush: () => {} }, { ...options, dispatcher });
    const request = await signedRequest(handler, "push", { ref: "r" }, { id: "1" });
    const first = await handler.handle(request);
    expect([first.status, first.json()]).toEqual([503, expect.objectContaining({ code: "queue_unavailable" })]);
    expect(first.body).not.toContain("down");
    isDown = false;
    const statuses = [(await handler.handle(request)).status, (await handler.handle(request)).status];
    expect([statuses, queue.length]).toEqual([[202, 200], 1]);
  });

  it("queues nothing whose time a worker could not read", async () => {
    const queue: QueuedDelivery[] = [];
    const handler = SampleHandler.define({ onPush: () => {} }, { ...options, now: () => NaN, dispatcher: { enqueue: (delivery) => void queue.push(delivery) } });
    const response = await handler.handle(await signedRequest(handler, "push", { ref: "r" }));
    expect([response.status, response.json(), queue]).toEqual([503, expect.objectContaining({ code: "setup_incomplete" }), []]);
  });

  it("queues nothing that is forged, of another shape, or that nobody takes", async () => {
    const handler = SampleHandler.define({ onPush: () => {} }, { ...options, dispatcher: failing });
    const request = await signedRequest(handler, "push", { ref: "r" });
    expect((await handler.handle({ ...request, body: new TextEncoder().encode("{}") })).status).toBe(401);
    expect((await handler.handle(await signedRequest(handler, "issue.opened", { action: "opened", title: "" }))).status).toBe(204);
  });

  it("queues all of the request, and reads back the same", async () => {
    const job = await queuedJob();
    const delivery = fromJob(job) as QueuedDelivery;
    expect(toJob(delivery)).toEqual(job);
    expect(delivery).toMatchObject({ provider: "sample", webhook: "default", event: "push", id: "1", method: "POST", url: "/webhooks/sample" });
    expect(delivery.headers["x-signature"]).toMatch(/^sha256=/);
    expect(describeJob(job)).toBe("sample/default push 1");
  });
});
