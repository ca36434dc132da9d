import { type WebhookEvent, WebhookHandler, type WebhookSpec } from "@smart-webhooks/runtime";
import { constant, each, field, type ItemsSource, header, type Source, standardWebhooks } from "@smart-webhooks/runtime/verify";
import { describe, expect, it } from "vitest";
import { sign } from "../../../src/runtime/testing/sign.js";
import { NOW, surroundings } from "../testing/sign-family.js";

const SECRET = "whsec_AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB";

/** The ids of the deliveries that were handled, of requests signed with this id under this word's headers. */
async function handledIds(id: Source | undefined, word: string, signedId: string, more: readonly Readonly<Record<string, string>>[], batch?: ItemsSource): Promise<readonly (string | undefined)[]> {
  const ids: (string | undefined)[] = [];
  const verify = standardWebhooks();
  const spec: WebhookSpec = { provider: "acme", webhook: "default", path: "/", verify, event: constant("a"), ...(id && { id }), ...(batch && { batch }), routes: { a: "onA" } };
  class Handler extends WebhookHandler {
    static readonly spec = spec;
    onA(event: WebhookEvent): void {
      ids.push(event.id);
    }
  }
  const handler = new Handler({ secret: SECRET, logger: {}, now: () => NOW });
  const draft = { method: "POST", url: "/", headers: { [`${word}-id`]: signedId }, body: Buffer.from('{"id":"of the body","items":[{"a":1},{"a":2}]}') };
  const signer = standardWebhooks({ headers: [word] });
  const request = await sign(signer, draft, { secret: SECRET, surroundings });
  for (const headers of more) await handler.handle({ ...request, headers: { ...request.headers, ...headers } });
  return ids;
}

describe("the id of a Standard Webhooks delivery", () => {
  it.each<readonly [string, Source | undefined, string]>([
    ["under webhook-…", header("webhook-id"), "webhook"],
    ["under svix-…, though the spec names the other header", header("webhook-id"), "svix"],
    ["where the spec names none", undefined, "svix"],
  ])("is the one that is signed: %s", async (_, id, word) => {
    const other = word === "svix" ? "webhook-id" : "svix-id";
    expect(await handledIds(id, word, "msg_1", [{}, { [other]: "another" }, { [other]: "one more" }])).toEqual(["msg_1"]);
  });

  it("is the body's where the spec says so", async () => expect(await handledIds(field("id"), "webhook", "msg_1", [{}, {}])).toEqual(["of the body"]));

  it.each([undefined, header("webhook-id"), field("id")])("is of each item of a batch, which still runs, and runs once (%#)", async (id) => {
    expect(await handledIds(id, "webhook", "msg_1", [{}, {}], each("items[]"))).toEqual(["msg_1", "msg_1"]);
  });

  it("must not be empty: all deliveries without one would be one", async () => expect(await handledIds(undefined, "webhook", "", [{}])).toEqual([]));
});
