import { describe, expect, it } from "vitest";
import { WebhookHandler, type WebhookEvent, type WebhookHandlerOptions, type WebhookResponse, type WebhookResult, type WebhookSpec } from "@smart-webhooks/runtime";
import { signedRequest } from "@smart-webhooks/runtime/testing";
import { answer, each, field, firstOf, header, hmac, presentKey } from "@smart-webhooks/runtime/verify";

interface Item {
  readonly id?: string;
  readonly event?: string;
  readonly fails?: boolean;
}

type ItemEvent = WebhookEvent<"done" | "begun", Item>;

abstract class BatchHandler extends WebhookHandler<ItemEvent> {
  static readonly spec: WebhookSpec<BatchHandler> = {
    provider: "batch",
    webhook: "default",
    path: "/webhooks/batch",
    secretEnv: "BATCH_SECRET",
    verify: hmac({ signature: header("x-signature") }),
    event: field("event"),
    id: field("id"),
    batch: each("lists[].items[]"),
    acknowledgement: answer({ status: 202, body: "[accepted]" }),
    routes: { done: "onDone", begun: "onBegun" },
  };
  onDone?(event: ItemEvent): WebhookResult;
  onBegun?(event: ItemEvent): WebhookResult;
}

/** A handler that notes what runs, and fails where the item says so as long as it is broken. */
function receiver(options: WebhookHandlerOptions = {}): { readonly handler: BatchHandler; readonly ran: string[]; broken: boolean } {
  const state = {
    broken: true,
    ran: [] as string[],
    handler: BatchHandler.define(
      {
        onDone({ payload, id, rawBody }) {
          state.ran.push(`${id ?? "-"} ${rawBody.length > 0}`);
          if (payload.fails && state.broken) throw new Error("no");
          return { note: payload.id ?? "" };
        },
      },
      { secret: "secret", logger: {}, ...options },
    ),
  };
  return state;
}

async function send(handler: BatchHandler, items: readonly Item[]): Promise<WebhookResponse> {
  return handler.handle(await signedRequest(handler, "done", items));
}

const a = { id: "a", event: "done" };
const b = { id: "b", event: "done", fails: true };
const c = { id: "c", event: "done" };

describe("a delivery of several events", () => {
  it("runs a method for each, in their order, and is acknowledged", async () => {
    const { handler, ran } = receiver();
    const response = await send(handler, [a, { id: "x", event: "begun" }, { id: "y", event: "unheard-of" }, c]);
    expect([response.status, response.body, ran]).toEqual([202, "[accepted]", ["a true", "c true"]]);
  });

  it("of one event is acknowledged like one of many, whatever its method says", async () => {
    const { handler, ran } = receiver();
    const response = await send(handler, [a]);
    expect([response.status, response.body, ran]).toEqual([202, "[accepted]", ["a true"]]);
  });

  it("of one event that fails is answered with the failure", async () => {
    expect((await send(receiver().handler, [b])).json()).toMatchObject({ code: "handler_failed" });
  });

  it("of none, or without the list, is acknowledged; that the list is not there is a warning", async () => {
    const warnings: unknown[] = [];
    const logger = { warn: (_: string, { reason }: { readonly reason?: string }) => warnings.push(reason) };
    const { handler, ran } = receiver({ logger });
    expect([(await send(handler, [])).status, warnings]).toEqual([202, []]);
    const spec: WebhookSpec = { ...(BatchHandler.spec as WebhookSpec) };
    class Other extends BatchHandler {
      static override readonly spec = { ...spec, batch: each("nowhere[]") } as WebhookSpec<BatchHandler>;
    }
    const other = new Other({ secret: "secret", logger });
    const request = await signedRequest(handler, "done", [a]);
    expect([(await other.handle(request)).status, ran, warnings]).toEqual([202, [], ["The body has no list at nowhere[]"]]);
  });

  it("in which one fails fails as a whole, after the others ran", async () => {
    const { handler, ran } = receiver();
    const response = await send(handler, [a, b, c]);
    expect([response.status, response.json(), ran]).toEqual([500, expect.objectContaining({ code: "handler_failed" }), ["a true", "b true", "c true"]]);
  });

  it("that comes again runs only what failed", async () => {
    const state = receiver();
    await send(state.handler, [a, b, c]);
    state.broken = false;
    state.ran.length = 0;
    expect([(await send(state.handler, [a, b, c])).status, state.ran]).toEqual([202, ["b true"]]);
    expect([(await send(state.handler, [a, b, c])).status, state.ran]).toEqual([202, ["b true"]]);
  });

  it("is told apart by its items in strict mode, though all have one signature", async () => {
    const { handler, ran } = receiver({ replay: "strict" });
    expect((await send(handler, [a, c])).status).toBe(202);
    expect(ran).toEqual(["a true", "c true"]);
    expect([(await send(handler, [{ ...a, id: "made-up" }, c])).status, ran]).toEqual([202, ["a true", "c true", "made-up true"]]);
  });

  it.each([undefined, "strict"] as const)("without ids is known by its body and the item's place: none of two equal items is lost, and none runs again (replay: %s)", async (replay) => {
    const { handler, ran } = receiver({ replay });
    const request = await signedRequest(handler, "done", [{ id: "" }, { id: "" }, c]);
    for (let times = 0; times < 2; times += 1) expect((await handler.handle(request)).status).toBe(202);
    expect(ran).toEqual(["- true", "- true", "c true"]);
  });

  it("holds the events of several lists, told by a field or by a key", async () => {
    class Lists extends BatchHandler {
      static override readonly spec: WebhookSpec<BatchHandler> = {
        ...BatchHandler.spec,
        batch: each("entry[].changes[]", "entry[].messages[]"),
        event: firstOf([field("field"), presentKey(["begun", "done"])]),
      };
      readonly taken: unknown[] = [];
      override onDone = ({ payload }: ItemEvent): void => void this.taken.push(payload);
      override onBegun = ({ type }: ItemEvent): void => void this.taken.push(type);
    }
    const handler = new Lists({ secret: "secret", logger: {} });
    const body = { entry: [{ changes: [{ field: "done", begun: 1 }] }, { messages: [{ begun: {} }, { field: null, done: 2 }, { other: 3 }] }] };
    const signed = await signedRequest(BatchHandler.define({}, { secret: "secret" }), "done", JSON.stringify(body));
    expect([(await handler.handle(signed)).status, handler.taken]).toEqual([202, [{ field: "done", begun: 1 }, "begun", { field: null, done: 2 }]]);
  });

  it("of a test gets names and ids, each item its own, and no two the same", async () => {
    const { handler, ran } = receiver();
    await send(handler, [{}, {}]);
    await send(handler, [{}]);
    expect(ran).toHaveLength(3);
    expect(new Set(ran).size).toBe(3);
  });
});
