import { type WebhookEvent, WebhookHandler, type WebhookSpec } from "@smart-webhooks/runtime";
import { signedRequest } from "@smart-webhooks/runtime/testing";
import { constant, field, fieldText, form, formOrJson, header, hmac } from "@smart-webhooks/runtime/verify";
import { expect, it } from "vitest";

type Parts = Pick<WebhookSpec, "bodyFormat" | "verify">;

/** What a method gets of a payload that signedRequest sent. */
async function received(parts: Parts, payload: unknown): Promise<unknown> {
  const payloads: unknown[] = [];
  class Handler extends WebhookHandler {
    static readonly spec: WebhookSpec = { provider: "acme", webhook: "default", path: "/hook", secretEnv: "X", event: constant("made"), routes: { made: "onMade" }, ...parts };
    onMade({ payload: got }: WebhookEvent): void {
      payloads.push(got);
    }
  }
  const handler = new Handler({ secret: "s" });
  await handler.handle(await signedRequest(handler as never, "made" as never, payload));
  return payloads[0];
}

const overBody = hmac({ signature: header("x-signature") });

it.each<[string, Parts, unknown]>([
  ["a form's fields", { bodyFormat: form(), verify: overBody }, { command: "/deploy", text: "a & b", tags: ["x", "y"] }],
  ["a form where both are taken", { bodyFormat: formOrJson(), verify: overBody }, { From: "+1" }],
  ["a document in a form's field", { bodyFormat: form({ field: "json" }), verify: overBody }, { event: { type: "x" } }],
  ["JSON where a form may be", { bodyFormat: formOrJson({ field: "payload" }), verify: overBody }, { ref: "main" }],
])("signedRequest sends %s as the provider does", async (_, parts, payload) => expect(await received(parts, payload)).toEqual(payload));

it("signedRequest signs inside a document in a form's field", async () => {
  const verify = hmac({ signature: field("event.hash"), content: [fieldText("event.time")] });
  expect(await received({ bodyFormat: form({ field: "json" }), verify }, { event: { time: "1" } })).toMatchObject({ event: { time: "1", hash: expect.any(String) } });
});
