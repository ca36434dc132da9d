import { createHmac } from "node:crypto";
import { type WebhookEvent, WebhookHandler, type WebhookResponse, type WebhookSpec } from "@smart-webhooks/runtime";
import { anyJson, form, formOrJson, header, hmac, multipart } from "@smart-webhooks/runtime/verify";
import { describe, expect, it } from "vitest";

const SECRET = "s3cret";
const FORM = "application/x-www-form-urlencoded";
type Format = Pick<WebhookSpec, "bodyFormat">;

/** Sends signed bytes to a webhook of that format, under a content type that nobody signed. */
async function send(format: Format, body: string | Uint8Array, type?: string): Promise<{ readonly answer: WebhookResponse; readonly payloads: readonly unknown[] }> {
  const payloads: unknown[] = [];
  class Handler extends WebhookHandler {
    static readonly spec: WebhookSpec = { provider: "acme", webhook: "default", path: "/", secretEnv: "X", verify: hmac({ signature: header("x-signature") }), event: header("x-event"), routes: { made: "onMade" }, ...format };
    onMade({ payload }: WebhookEvent): void {
      payloads.push(payload);
    }
  }
  const headers = { "x-event": "made", "x-signature": createHmac("sha256", SECRET).update(body).digest("hex"), ...(type !== undefined && { "content-type": type }) };
  const handler = new Handler({ secret: SECRET, logger: {} });
  return { answer: await handler.handle({ method: "POST", url: "/", headers, body: Buffer.from(body) }), payloads };
}

const document = JSON.stringify({ ref: "main" });
const formOf = (field: string): string => `${field}=${encodeURIComponent(document)}`;

describe("a webhook that takes JSON", () => {
  it.each<[string | undefined, number]>([
    [undefined, 200],
    ["application/json", 200],
    ["Application/JSON; charset=utf-8", 200],
    ["application/cloudevents+json", 200],
    [FORM, 415],
    ["text/plain", 415],
    ["text/html", 415],
    ["application/xml", 415],
  ])("of the content type %s answers %i", async (type, status) => {
    const { answer, payloads } = await send({}, document, type);
    expect([answer.status, payloads]).toEqual([status, status === 200 ? [{ ref: "main" }] : []]);
  });

  it("takes any content type where the provider sends JSON under another", async () => {
    expect((await send({ bodyFormat: anyJson }, document, "text/plain; charset=UTF-8")).payloads).toEqual([{ ref: "main" }]);
  });
});

describe("JSON with a form inside, under a form's content type", () => {
  const smuggled = JSON.stringify({ comment: `x&payload=${encodeURIComponent('{"ref":"evil"}')}&y` });

  it.each<[string, Format]>([
    ["where a form's field holds the document", { bodyFormat: formOrJson({ field: "payload" }) }],
    ["where the provider sends both", { bodyFormat: formOrJson() }],
    ["where the provider sends JSON only", {}],
  ])("is never read as a form %s", async (_, format) => {
    for (const type of [FORM, undefined, "application/json"]) {
      const { payloads } = await send(format, smuggled, type);
      expect(JSON.stringify(payloads)).not.toContain('"ref"');
    }
  });

  it("is not even read where nothing but forms are sent", async () => {
    const { payloads } = await send({ bodyFormat: form({ field: "payload" }) }, smuggled, FORM);
    expect(payloads).toEqual([]);
  });
});

describe("a body of which the content type says", () => {
  it.each<readonly [string, string, string, number]>([
    ["a form, and it is JSON", document, FORM, 400],
    ["JSON, and it is a form", "a=1", "application/json", 400],
    ["neither", "a=1", "text/plain", 415],
    ["what only ends like a form", "a=1", `x-${FORM}`, 415],
    ["what only begins like a form", "a=1", `${FORM}2`, 415],
    ["a form, with a parameter", "a=1", `${FORM} ; charset=utf-8`, 200],
    ["JSON, and it is a list behind blanks", " \r\n\t[1]", "application/json", 200],
  ])("%s", async (_, body, type, status) => expect((await send({ bodyFormat: formOrJson() }, body, type)).answer.status).toBe(status));
});

describe("a form with the document in a field", () => {
  it("is read, however it is declared or not", async () => {
    for (const type of [FORM, undefined]) expect((await send({ bodyFormat: formOrJson({ field: "payload" }) }, formOf("payload"), type)).payloads).toEqual([{ ref: "main" }]);
  });

  it("may be JSON outright", async () => {
    expect((await send({ bodyFormat: formOrJson({ field: "payload" }) }, document, "application/json")).payloads).toEqual([{ ref: "main" }]);
  });

  it.each([
    ["another field before it", `a=1&${formOf("payload")}`],
    ["another field behind it", `${formOf("payload")}&a=1`],
    ["the field twice", `${formOf("payload")}&${formOf("payload")}`],
    ["another field only", formOf("other")],
    ["no JSON in it", "payload=hello"],
    ["nothing", ""],
  ])("is refused with %s", async (_, body) => {
    const { answer, payloads } = await send({ bodyFormat: formOrJson({ field: "payload" }) }, body, FORM);
    expect([answer.status, payloads]).toEqual([400, []]);
  });
});

describe("a form of fields", () => {
  it("has them as texts, and those that come several times as lists", async () => {
    const { payloads } = await send({ bodyFormat: form() }, "?a=1&b=2&b=3&b=4&__proto__=x", FORM);
    expect(payloads).toEqual([Object.assign(Object.create(null), { "?a": "1", b: ["2", "3", "4"], ["__proto__"]: "x" })]);
    expect(({} as Readonly<Record<string, unknown>>)["x"]).toBeUndefined();
  });

  it("keeps a byte order mark for what it is: part of the first name", async () => {
    expect(Object.keys((await send({ bodyFormat: form() }, "\uFEFFa=1", FORM)).payloads[0] as object)).toEqual(["\uFEFFa"]);
  });
});

describe("a form of either kind", () => {
  const format = { bodyFormat: form({ field: "json", read: multipart }) };
  const part = (name: string, value: string, more = ""): string => `--b\r\nContent-Type: text/plain\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
  const whole = `${part("json", document)}--b--\r\n`;

  it.each([
    [whole, "multipart/form-data; boundary=b"],
    [whole, undefined],
    [`${part("file", "%PDF", '; filename="a.pdf"')}${whole}`, "multipart/form-data"],
    [whole.replaceAll("--b", "--boundary-1"), undefined],
    [whole.replace("; name", ";name"), undefined],
    [`${part("json", "%PDF", ';filename="a.pdf"')}${whole}`, undefined],
    [formOf("json"), FORM],
  ])("is read: %j", async (body, type) => {
    const { payloads } = await send(format, body, type);
    expect(payloads).toEqual([{ ref: "main" }]);
  });

  it.each<readonly [string, string | Uint8Array]>([
    ["without an end", part("json", document)],
    ["without an end, behind the field", `${part("json", document)}${part("file", "%PDF", '; filename="a.pdf"')}`],
    ["behind another line", `x\r\n${whole}`],
    ["cut off", whole.slice(0, 90)],
    ["with the field twice", `${part("json", document)}${whole}`],
    ["of another field", `${part("data", document)}--b--\r\n`],
    ["that holds the file only", `${part("json", document, '; filename="json"')}--b--`],
    ["without a name", `--b\r\n\r\n${document}\r\n--b--`],
    ["that is no UTF-8 text", Buffer.from(`${part("json", '{"ref":"\xFF"}')}--b--`, "latin1")],
  ])("%s is malformed", async (_, body) => {
    const { answer, payloads } = await send(format, body, "multipart/form-data; boundary=b");
    expect([answer.status, payloads]).toEqual([400, []]);
  });

  it.each([
    ["has no headers", "--b\r\n\r\nvalue\r\n"],
    ["has no value", '--b\r\nContent-Disposition: form-data; name="json"\r\n'],
    ["is named by another header", '--b\r\nX-Content-Disposition: form-data; name="json"\r\n\r\nvalue\r\n'],
    ["is named by its value", '--b\r\nContent-Type: text/plain\r\n\r\nx\r\nContent-Disposition: form-data; name="json"\r\n'],
  ])("has no field in a part that %s", async (_, odd) => {
    expect((await send({ bodyFormat: form({ read: multipart }) }, `${odd}${part("other", "x")}--b--`)).payloads).toEqual([Object.assign(Object.create(null), { other: "x" })]);
  });

  it("of many parts is read in one go", async () => {
    const body = `${part("other", "x").repeat(5000)}${whole}`;
    expect((await send({ bodyFormat: form({ read: multipart }) }, body)).payloads).toEqual([expect.objectContaining({ json: document })]);
  });
});
