import { type WebhookEvent, WebhookHandler, type WebhookSpec } from "@smart-webhooks/runtime";
import { signedRequest } from "@smart-webhooks/runtime/testing";
import { constant, field, fieldText, header, hmac } from "@smart-webhooks/runtime/verify";
import { expect, it } from "vitest";

type Form = Pick<WebhookSpec, "bodyFormat" | "formField" | "verify">;

/** What a method gets of a payload that signedRequest sent. */
async function received(form: Form, payload: unknown): Promise<unknown> {
  const payloads: unknown[] = [];
  class Handler extends WebhookHandler {
    static readonly spec: WebhookSpec = { provider: "acme", webhook: "default", path: "/hook", secretEnv: "X", event: constant("made"), routes: { made: "onMade" }, ...form };
    onMade({ payload: got }: WebhookEvent): void {
      payloads.push(got);
    }
  }
  const handler = new Handler({ secret: "s" });
  await handler.handle(await signedRequest(handler as never, "made" as never, payload));
  return payloads[0];
}

const overBody = hmac({ signature: header("x-signature") });

it.each<[string, Form, unknown]>([
  ["a form's fields", { bodyFormat: "form", verify: overBody }, { command: "/deploy", text: "a & b", tags: ["x", "y"] }],
  ["a form where both are taken", { bodyFormat: "form_or_json", verify: overBody }, { From: "+1" }],
  ["a document in a form's field", { bodyFormat: "form", formField: "json", verify: overBody }, { event: { type: "x" } }],
  ["JSON where a form may be", { formField: "payload", verify: overBody }, { ref: "main" }],
])("signedRequest sends %s as the provider does", async (_, form, payload) => expect(await received(form, payload)).toEqual(payload));

it("signedRequest signs inside a document in a form's field", async () => {
  const verify = hmac({ signature: field("event.hash"), content: [fieldText("event.time")] });
  expect(await received({ bodyFormat: "form", formField: "json", verify }, { event: { time: "1" } })).toMatchObject({ event: { time: "1", hash: expect.any(String) } });
});
