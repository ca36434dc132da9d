import { createHmac } from "node:crypto";
import { type DeliveryDetails, type QueuedDelivery, type WebhookEvent, WebhookHandler, type WebhookHandlerOptions, WebhookPermanentError, type WebhookResponse, WebhookRetryError, type WebhookSpec } from "@smart-webhooks/runtime";
import { constant, each, field, header, hmac, type Source } from "@smart-webhooks/runtime/verify";
import { eventValidators, validator } from "@smart-webhooks/runtime/validate";
import { toJob, webhookWorker } from "@smart-webhooks/runtime/worker";
import { describe, expect, it } from "vitest";

interface Item {
  readonly id?: string;
  /** A number is no such thing, where types are compared. */
  readonly do?: string | number;
}

const VALIDATORS = eventValidators({ a: validator({ Item: { fields: { do: "string" } } }, "Item") });

interface Batches {
  readonly deliver: (...items: readonly Item[]) => Promise<WebhookResponse>;
  /** With an id in a header. */
  readonly deliverAs: (delivery: string, items: readonly Item[]) => Promise<WebhookResponse>;
  readonly ran: Item[];
  readonly handler: WebhookHandler;
}

/** A handler of batches that does what an item says, and what it was given to do. */
function handlerOf(id: Source | readonly Source[] | undefined, options: WebhookHandlerOptions = {}): Batches {
  const ran: Item[] = [];
  const spec: WebhookSpec = { provider: "acme", webhook: "default", path: "/", verify: hmac({ signature: header("x-signature") }), event: constant("a"), ...(id && { id }), batch: each("[]"), validators: VALIDATORS, routes: { a: "onA" } };
  class Handler extends WebhookHandler {
    static readonly spec = spec;
    onA({ payload }: WebhookEvent): void {
      const item = payload as Item;
      ran.push(item);
      if (item.do === "throw") throw new Error("x");
      if (item.do === "retry") throw new WebhookRetryError("x", { retryAfter: 7 });
      if (item.do === "give up") throw new WebhookPermanentError("x");
    }
  }
  const handler = new Handler({ secret: "s", logger: {}, ...options });
  const deliverAs = async (delivery: string, items: readonly Item[]): Promise<WebhookResponse> => {
    const body = JSON.stringify(items);
    const headers = { "x-id": delivery, "x-signature": createHmac("sha256", "s").update(body).digest("hex") };
    return handler.handle({ method: "POST", url: "/", headers, body: Buffer.from(body) });
  };
  return { deliver: (...items) => deliverAs("delivery", items), deliverAs, ran, handler };
}

const ITEMS = [{ id: "1" }, { id: "2" }, { id: "3" }];

describe("a batch", () => {
  it.each<readonly [string, Source | readonly Source[] | undefined]>([
    ["in the items", field("id")],
    ["in a header, the same for all items", header("x-id")],
    ["in a header or in the items", [header("x-id"), field("id")]],
  ])("runs each item once, with ids %s", async (_, id) => {
    const { deliver, ran } = handlerOf(id);
    expect((await deliver(...ITEMS)).status).toBe(200);
    expect(ran).toEqual(ITEMS);
    expect((await deliver(...ITEMS)).status).toBe(200);
    expect(ran).toEqual(ITEMS);
  });

  it("runs each item without ids, and each once where what is signed is remembered", async () => {
    const { deliver, ran } = handlerOf(undefined, { replay: "strict" });
    await deliver(...ITEMS);
    await deliver(...ITEMS);
    expect(ran).toEqual(ITEMS);
  });

  it.each<readonly [string, readonly Item[], number]>([
    ["one failed", [{ id: "1" }, { id: "2", do: "throw" }, { id: "3" }], 500],
    ["one was given up and a later one failed", [{ id: "1", do: "give up" }, { id: "2", do: "throw" }, { id: "3" }], 500],
  ])("is sent again when %s, and then only that runs", async (_, items, status) => {
    const { deliver, ran } = handlerOf(field("id"));
    expect((await deliver(...items)).status).toBe(status);
    expect(ran).toEqual(items);
    await deliver(...items);
    expect(ran).toEqual([...items, items[1]]);
  });

  it("is answered with the wait that its item asks for", async () => {
    expect((await handlerOf(field("id")).deliver({ id: "1" }, { id: "2", do: "retry" })).headers["retry-after"]).toBe("7");
  });

  it("is done when what was not handled was given up", async () => {
    expect(await handlerOf(field("id")).deliver({ id: "1", do: "give up" }, { id: "2" })).toMatchObject({ status: 200, body: '{"status":"success"}' });
  });

  it("tells of each item that failed", async () => {
    const failed: (string | undefined)[] = [];
    const onError = (_: Error, { id }: DeliveryDetails): void => void failed.push(id);
    await handlerOf(field("id"), { onError }).deliver({ id: "1", do: "give up" }, { id: "2" }, { id: "3", do: "throw" }, { id: "4", do: "retry" });
    expect(failed).toEqual(["1", "3", "4"]);
  });

  it("tells hooks of each item once, and not of the whole again", async () => {
    const told: unknown[] = [];
    const note = (name: string) => ({ id, status }: DeliveryDetails): void => void told.push([name, id, status]);
    const hooks = { onReceived: note("received"), onRefused: note("refused"), onHandled: note("handled"), onFailed: note("failed"), onDuplicate: note("duplicate") };
    await handlerOf(field("id"), hooks).deliver({ id: "1" }, { id: "2", do: "throw" }, { id: "1" });
    expect(told).toEqual([["received", undefined, undefined], ["handled", "1", 200], ["failed", "2", 500], ["duplicate", "1", 200]]);
    told.length = 0;
    const none = handlerOf(field("id"), hooks);
    await none.deliver();
    await none.deliver({ id: "1" });
    expect(told).toEqual([["received", undefined, undefined], ["handled", undefined, 200], ["received", undefined, undefined], ["handled", "1", 200]]);
  });

  it.each<readonly [string, Source]>([
    ["outside of it, which may be a subscription's", header("x-id")],
    ["in its items", field("id")],
  ])("is queued once, as known by its body and not by an id %s", async (_, id) => {
    const queue: QueuedDelivery[] = [];
    const { deliverAs } = handlerOf(id, { dispatcher: { enqueue: (delivery) => void queue.push(delivery) } });
    for (const as of ["first", "second", "second"]) await deliverAs(as, ITEMS);
    await deliverAs("second", [{ id: "another" }]);
    expect(queue.map((delivery) => delivery.id)).toEqual([undefined, undefined]);
  });

  it.each<readonly [string, readonly Item[], object]>([
    ["one may pass and another cannot", [{ id: "1", do: "throw" }, { id: "2", do: 0 }], { retryable: true, code: "handler_failed" }],
    ["one cannot pass and another may", [{ id: "1", do: 0 }, { id: "2", do: "retry" }], { retryable: true, code: "handler_retry" }],
    ["one cannot pass, and the others are done or given up", [{ id: "1", do: "give up" }, { id: "2", do: 0 }, { id: "3" }], { retryable: false, code: "body_malformed" }],
  ])("is tried again by a worker as long as an item may pass: %s", async (_, items, error) => {
    const queue: QueuedDelivery[] = [];
    await handlerOf(field("id"), { dispatcher: { enqueue: (delivery) => void queue.push(delivery) } }).deliver(...items);
    const work = webhookWorker({ acme: handlerOf(field("id"), { validate: "reject" }).handler });
    await expect(work(toJob(queue[0] as QueuedDelivery))).rejects.toMatchObject(error);
  });

  it("of one item is that item", async () => {
    expect((await handlerOf(field("id")).deliver({ id: "1", do: "give up" })).json()).toMatchObject({ code: "handler_gave_up" });
    expect((await handlerOf(field("id")).deliver()).status).toBe(200);
  });
});
