import { type DeliveryDetails, WebhookEvent, type WebhookSpec } from "@smart-webhooks/runtime";
import { signedRequest } from "@smart-webhooks/runtime/testing";
import { eventValidators, type Shapes, validator } from "@smart-webhooks/runtime/validate";
import { describe, expect, it } from "vitest";
import { SampleHandler } from "../sample-handler.js";

const shapes: Shapes = {
  Push: { fields: { ref: "string", by: { fields: {}, others: "string" }, commits: { items: { fields: { id: "string" } } } } },
  Opened: { fields: { title: "string" } },
};
const pushValidator = validator<{ readonly ref: string }>(shapes, "Push");
const validators = eventValidators({ push: pushValidator, issue: { actions: { opened: validator(shapes, "Opened") } } });

abstract class ValidatedHandler extends SampleHandler {
  static override readonly spec: WebhookSpec<ValidatedHandler> = { ...SampleHandler.spec, validators };
}

interface Run {
  readonly validate?: "off" | "warn" | "reject" | undefined;
  readonly method?: "onPush" | "onIssue";
  readonly event?: string;
}

async function deliver(payload: unknown, { validate, method = "onPush", event = "push" }: Run) {
  const logged: (readonly [message: string, details: DeliveryDetails])[] = [];
  const ran: string[] = [];
  const warn = (...line: (typeof logged)[number]): number => logged.push(line);
  const take = ({ type }: WebhookEvent<string, unknown, string | undefined>): undefined => void ran.push(type);
  const handler = ValidatedHandler.define<ValidatedHandler, "onPush" | "onIssue">({ [method]: take } as never, { secret: "s", validate, logger: { warn } });
  const request = await signedRequest(handler, event as "push", payload as never);
  const answer = await handler.handle(request);
  const forged = await handler.handle({ ...request, headers: { ...Object.fromEntries(new Headers(request.headers as never)), "x-signature": `sha256=${"0".repeat(64)}` } });
  return { status: answer.status, code: answer.body === "" ? undefined : (answer.json() as { code?: string }).code, ran, logged, forged: forged.status };
}

const bad = { ref: 7, secretive: "hunter2" };

describe("the option validate", () => {
  it.each([undefined, "off"] as const)("%s: nothing is looked at", async (validate) => {
    expect(await deliver(bad, { validate })).toMatchObject({ status: 200, ran: ["push"], logged: [{}] });
  });

  it("warn: the method runs, and the log names the field without its value", async () => {
    const { status, ran, logged } = await deliver(bad, { validate: "warn" });
    expect({ status, ran }).toEqual({ status: 200, ran: ["push"] });
    expect(logged[0]).toEqual(["Webhook payload is not of its type", expect.objectContaining({ provider: "sample", event: "push", reason: "The payload is not of its type: ref should be a string" })]);
    expect(JSON.stringify(logged)).not.toMatch(/hunter2|:7/);
  });

  it("reject: 400 and the reason in the log; nothing ran", async () => {
    const { status, code, ran, logged } = await deliver(bad, { validate: "reject" });
    expect({ status, code, ran }).toEqual({ status: 400, code: "body_malformed", ran: [] });
    expect(logged[0]?.[1]).toMatchObject({ code: "body_malformed", reason: "The payload is not of its type: ref should be a string" });
  });

  it("what nobody signed is refused before it is looked at", async () => {
    expect((await deliver(bad, { validate: "reject" })).forged).toBe(401);
  });

  it.each([
    [{ commits: [{}, { id: 1 }] }, "commits[1].id should be a string"],
    [{ by: { "ann@acme.example": 1 } }, "by.* should be a string"],
    [[1], "the payload should be an object"],
  ])("%j: %s", async (payload, reason) => {
    expect((await deliver(payload, { validate: "reject" })).logged[0]?.[1].reason).toBe(`The payload is not of its type: ${reason}`);
  });

  it.each([
    ["an action by its own type", { action: "opened", title: 1 }, 400],
    ["an action without a schema by none", { action: "closed", title: 1 }, 200],
  ])("%s", async (_, payload, status) => {
    expect((await deliver(payload, { validate: "reject", method: "onIssue", event: "issue" })).status).toBe(status);
  });

  it("an event that nobody takes is answered as ever", async () => {
    expect((await deliver({ action: "opened", title: 1 }, { validate: "reject", method: "onPush", event: "issue" })).status).toBe(204);
  });

  it("an event that is trusted already is not looked at", async () => {
    const handler = ValidatedHandler.define({ onPush: () => {} }, { secret: "s", validate: "reject", logger: {} });
    expect((await handler.dispatch(new WebhookEvent({ provider: "sample", type: "push", payload: bad }))).status).toBe(200);
  });

  it("throws at construction where it could never work", () => {
    expect(() => SampleHandler.define({}, { secret: "s", validate: "warn" })).toThrow("--validators");
    expect(() => ValidatedHandler.define({}, { secret: "s", validate: "rejct" as "reject" })).toThrow('"off", "warn" or "reject"');
    expect(() => SampleHandler.define({}, { secret: "s", validate: "off", logger: {} })).not.toThrow();
  });
});

describe("a validator by itself is a Standard Schema", () => {
  it("gives the value back, or says what is wrong", () => {
    const { validate, version, vendor } = pushValidator["~standard"];
    const payload = { ref: "main", more: true };
    expect({ version, vendor }).toEqual({ version: 1, vendor: "smart-webhooks" });
    expect(validate(payload)).toEqual({ value: payload });
    expect(validate({ by: { a: 1 } })).toEqual({ issues: [{ path: ["by", { key: "a" }], message: "should be a string" }] });
  });
});
