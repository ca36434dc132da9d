import { createHmac } from "node:crypto";
import { type DeliveryDetails, type WebhookEvent, WebhookHandler, type WebhookHandlerOptions, WebhookPermanentError, type WebhookResponse, WebhookRetryError, type WebhookSpec } from "@smart-webhooks/runtime";
import { constant, each, field, header, hmac, type Source } from "@smart-webhooks/runtime/verify";
import { describe, expect, it } from "vitest";

type Item = { readonly id?: string; readonly do?: string };

/** A handler of batches that does what an item says, and what it was given to do. */
function handlerOf(id: Source | readonly Source[] | undefined, options: WebhookHandlerOptions = {}): { readonly deliver: (...items: readonly Item[]) => Promise<WebhookResponse>; readonly ran: Item[] } {
  const ran: Item[] = [];
  const spec: WebhookSpec = { provider: "acme", webhook: "default", path: "/", verify: hmac({ signature: header("x-signature") }), event: constant("a"), ...(id && { id }), batch: each("[]"), routes: { a: "onA" } };
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
  const deliver = async (...items: readonly Item[]): Promise<WebhookResponse> => {
    const body = JSON.stringify(items);
    const headers = { "x-id": "delivery", "x-signature": createHmac("sha256", "s").update(body).digest("hex") };
    return handler.handle({ method: "POST", url: "/", headers, body: Buffer.from(body) });
  };
  return { deliver, ran };
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

  it("of one item is that item", async () => {
    expect((await handlerOf(field("id")).deliver({ id: "1", do: "give up" })).json()).toMatchObject({ code: "handler_gave_up" });
    expect((await handlerOf(field("id")).deliver()).status).toBe(200);
  });
});
