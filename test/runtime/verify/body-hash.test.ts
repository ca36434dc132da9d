import { createHash, createHmac } from "node:crypto";
import { verifySignature } from "@smart-webhooks/runtime";
import { bodyHash, formFields, header, hmac, url } from "@smart-webhooks/runtime/verify";
import { expect, it } from "vitest";

const verify = hmac({ signature: header("x-signature"), content: [url, formFields], bodyHash: bodyHash("bodySHA256") });
const BODY = "b=2&a=1";
const HASH = createHash("sha256").update(BODY).digest("hex");

/** What is said of a request to that URL, signed over it and what follows. */
async function verdict(path: string, rest: string): Promise<unknown> {
  const called = `https://a.example${path}`;
  const headers = { "x-signature": createHmac("sha256", "s").update(called + rest).digest("hex") };
  const found = await verifySignature({ verify }, { method: "POST", url: called, headers, body: Buffer.from(BODY) }, { secret: "s" });
  return found.ok || found.reason;
}

it.each<readonly [string, string, string, unknown]>([
  ["that is right stands for the fields", `/?bodySHA256=${HASH}`, "", true],
  ["that is right stands for the fields, which are signed no longer", `/?bodySHA256=${HASH}`, "a1b2", "signature_mismatch"],
  ["that is missing leaves the fields to be signed", "/", "a1b2", true],
  ["that is missing leaves nothing out", "/", "", "signature_mismatch"],
  ["of another body is refused, though it is signed", `/?bodySHA256=${HASH.replace(/^./, (digit) => (digit === "0" ? "1" : "0"))}`, "", "signature_mismatch"],
  ["that is cut short is refused", `/?bodySHA256=${HASH.slice(2)}`, "", "signature_mismatch"],
  ["that is no hex is refused", "/?bodySHA256=x", "", "signature_malformed"],
  ["that is empty is refused", "/?bodySHA256=", "", "signature_malformed"],
])("a hash of the body %s", async (_, path, rest, wanted) => expect(await verdict(path, rest)).toBe(wanted));
