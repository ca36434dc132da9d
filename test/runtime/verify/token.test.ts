import { verifySignature } from "@smart-webhooks/runtime";
import { basic, each, field, header, query, type Scheme, token, unsigned } from "@smart-webhooks/runtime/verify";
import { describe, expect, it } from "vitest";

interface Sent {
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The reason of a refusal, or "accepted". */
async function verdict(verify: Scheme, { url = "/", headers = {}, body = "{}" }: Sent, secret: string | readonly string[]): Promise<string> {
  const found = await verifySignature({ verify }, { method: "POST", url, headers, body: new TextEncoder().encode(body) }, { secret });
  return found.ok ? "accepted" : found.reason;
}

describe("a token", () => {
  const inHeader = token(header("X-Token"));

  it.each<readonly [string, string, string | readonly string[], string]>([
    ["is the secret", "tok", "tok", "accepted"],
    ["is one of the secrets", "tok", ["new", "tok"], "accepted"],
    ["may have letters of all kinds", "tök 🔑", "tök 🔑", "accepted"],
    ["has no blanks around it", " tok\t", "tok", "accepted"],
    ["is exact in its case", "Tok", "tok", "signature_mismatch"],
    ["is not the beginning of it", "to", "tok", "signature_mismatch"],
    ["is not more than it", "tokk", "tok", "signature_mismatch"],
    ["is not it twice", "tok, tok", "tok", "signature_mismatch"],
    ["is there", "", "tok", "signature_missing"],
    ["is no blank secret", " ", " ", "secret_unusable"],
    ["is not what a template makes of nothing", "undefined", "undefined", "secret_unusable"],
    ["is nothing that a secret beside a blank one would take", "tok", ["tok", ""], "secret_unusable"],
  ])("%s", async (_, sent, secret, wanted) => expect(await verdict(inHeader, { headers: { "x-token": sent } }, secret)).toBe(wanted));

  it("stands where the spec says", async () => {
    expect(await verdict(token(query("key")), { url: "/?key=a%26b" }, "a&b")).toBe("accepted");
    expect(await verdict(token(query("key")), { url: "/?key=a&key=a" }, "a")).toBe("signature_missing");
    expect(await verdict(token(field("token")), { body: '{"token":"tok"}' }, "tok")).toBe("accepted");
    expect(await verdict(token(header("x-token", { prefix: "Bearer " })), { headers: { "x-token": "Bearer tok" } }, "tok")).toBe("accepted");
    expect(await verdict(token(header("x-token", { prefix: "Bearer " })), { headers: { "x-token": "bearer tok" } }, "tok")).toBe("signature_malformed");
  });

  it.each([
    ['{"list":[{"token":"tok"},{"token":"tok"}]}', "accepted"],
    ['{"list":[{"token":"tok"},{"token":"not"}]}', "signature_mismatch"],
    ['{"list":[{"token":"tok"},{}]}', "signature_missing"],
    ['{"list":[]}', "signature_missing"],
    ['{"token":"tok"}', "signature_missing"],
  ])("stands in each item of a batch: %s is %s", async (body, wanted) => {
    expect(await verdict(token(field("token"), { items: each("list[]") }), { body }, "tok")).toBe(wanted);
  });
});

describe("HTTP Basic", () => {
  const toBase64 = (text: string): string => Buffer.from(text).toString("base64");

  it.each<readonly [string, string | undefined, string | readonly string[], string]>([
    ["is user and password", `Basic ${toBase64("user:pass")}`, "user:pass", "accepted"],
    ["is one of the secrets", `Basic ${toBase64("user:pass")}`, ["user:new", "user:pass"], "accepted"],
    ["is called so in any case, with any number of blanks", `bASIC   ${toBase64("user:pass")}`, "user:pass", "accepted"],
    ["may have colons in the password", `Basic ${toBase64("user:p:a:")}`, "user:p:a:", "accepted"],
    ["may have an empty password", `Basic ${toBase64("user:")}`, "user:", "accepted"],
    ["may have letters of all kinds", `Basic ${toBase64("ü:ß")}`, "ü:ß", "accepted"],
    ["is not another password", `Basic ${toBase64("user:Pass")}`, "user:pass", "signature_mismatch"],
    ["is not another user", `Basic ${toBase64("other:pass")}`, "user:pass", "signature_mismatch"],
    ["is not the password alone", `Basic ${toBase64("pass")}`, "user:pass", "signature_mismatch"],
    ["is not without its padding", `Basic ${toBase64("user:pas").replace(/=+$/, "")}`, "user:pas", "signature_malformed"],
    ["is no base64url", `Basic ${toBase64("user:~~~???").replace(/\+/g, "-").replace(/\//g, "_")}`, "user:~~~???", "signature_malformed"],
    ["is not in the clear", "Basic user:pass", "user:pass", "signature_malformed"],
    ["is not another way", `Bearer ${toBase64("user:pass")}`, "user:pass", "signature_malformed"],
    ["is not its name alone", "Basic", "user:pass", "signature_malformed"],
    ["is not more than that", `Basic ${toBase64("user:pass")} x`, "user:pass", "signature_malformed"],
    ["is not sent twice", `Basic ${toBase64("user:pass")}, Basic ${toBase64("user:pass")}`, "user:pass", "signature_malformed"],
    ["is there", undefined, "user:pass", "signature_missing"],
    ["is not empty", "", "user:pass", "signature_missing"],
    ["may have an empty user", `Basic ${toBase64(":pass")}`, ":pass", "accepted"],
    ["needs something on one side of the colon", `Basic ${toBase64(":")}`, ":", "secret_unusable"],
    ["needs more than blanks", `Basic ${toBase64(" : ")}`, " : ", "secret_unusable"],
    ["needs more than what a template made of nothing", `Basic ${toBase64("undefined:undefined")}`, "undefined:undefined", "secret_unusable"],
    ["needs a password that a template did not make of nothing", `Basic ${toBase64("user:null")}`, "user:null", "secret_unusable"],
    ["needs a secret with a colon", `Basic ${toBase64("user")}`, "user", "secret_unusable"],
  ])("%s", async (_, sent, secret, wanted) => {
    expect(await verdict(basic(), { headers: sent === undefined ? {} : { authorization: sent } }, secret)).toBe(wanted);
  });
});

describe("no signature", () => {
  it("is accepted, and says so of itself", async () => {
    expect(unsigned()).toMatchObject({ scheme: "none", signed: false, keyless: true });
    expect(await verdict(unsigned(), {}, [])).toBe("accepted");
  });
});
