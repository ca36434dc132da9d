import { createHmac, sign as signWith } from "node:crypto";
import { verifySignature, type VerifyResult } from "@smart-webhooks/runtime";
import { standardWebhooks, type StandardWebhooksOptions } from "@smart-webhooks/runtime/verify";
import { describe, expect, it } from "vitest";
import { sign } from "../../../src/runtime/testing/sign.js";
import { NOW, surroundings, testKeys } from "../testing/sign-family.js";
import { checkOf } from "./make-check.js";

const SHARED = "whsec_AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB";
const OTHER = "whsec_AgICAgICAgICAgICAgICAgICAgICAgIC";
const OPEN = `whpk_${Buffer.from(testKeys.ed.pub.replace(/-----.*?-----|\s/g, ""), "base64").subarray(-32).toString("base64")}`;

/** A request with the signatures of these secrets and private keys, in this order. */
async function signedBy(secrets: readonly string[], options: StandardWebhooksOptions = {}): Promise<Readonly<Record<string, string>>> {
  const draft = { method: "POST", url: "/", headers: {}, body: Buffer.from("{}") };
  const all = await Promise.all(secrets.map((secret) => sign(standardWebhooks(options), draft, { secret, surroundings })));
  const word = options.headers?.[0] ?? "webhook";
  return { ...all[0]?.headers, [`${word}-signature`]: all.map(({ headers }) => headers[`${word}-signature`]).join(" ") };
}

async function verdict(headers: Readonly<Record<string, string>>, secret: readonly string[], options: StandardWebhooksOptions = {}, now = NOW): Promise<VerifyResult> {
  return verifySignature({ verify: standardWebhooks(options) }, { method: "POST", url: "/", headers, body: Buffer.from("{}") }, { secret, now });
}

const ok = { ok: true, timestamp: NOW };
const no = (reason: string): object => ({ ok: false, reason });

describe("Standard Webhooks", () => {
  it.each<readonly [string, readonly string[], readonly string[], object]>([
    ["with a shared secret", [SHARED], [SHARED], ok],
    ["with a private key", [testKeys.ed.priv], [OPEN], ok],
    ["with a private key, under a public key among blanks", [testKeys.ed.priv], [` ${OPEN}\n`], ok],
    ["with either, under the shared secret", [SHARED, testKeys.ed.priv], [SHARED], ok],
    ["with either, under the public key", [SHARED, testKeys.ed.priv], [OPEN], ok],
    ["with the shared secret, under both kinds", [SHARED], [OPEN, SHARED], ok],
    ["with the private key, under both kinds", [testKeys.ed.priv], [SHARED, OPEN], ok],
    ["with the private key, beside another shared secret's", [OTHER, testKeys.ed.priv], [SHARED, OPEN], ok],
    ["during a rotation", [OTHER, SHARED], [SHARED], ok],
    ["after a rotation that we did not follow", [OTHER], [SHARED], no("signature_mismatch")],
    ["with another private key", [testKeys.ed2.priv], [OPEN], no("signature_mismatch")],
    ["with another of each", [OTHER, testKeys.ed2.priv], [SHARED, OPEN], no("signature_mismatch")],
    ["with v1 only, under the public key", [SHARED], [OPEN], no("signature_malformed")],
    ["with v1a only, under the shared secret", [testKeys.ed.priv], [SHARED], no("signature_malformed")],
    ["under a secret that is none", [SHARED], ["whsec_"], no("secret_unusable")],
    ["under a public key that is too short", [testKeys.ed.priv], ["whpk_AAAA"], no("secret_unusable")],
    ["under a public key that verifies anybody", [testKeys.ed.priv], [`whpk_${"A".repeat(43)}=`], no("secret_unusable")],
    ["under no secret", [SHARED], [], no("secret_unusable")],
  ])("%s", async (_, signers, secrets, wanted) => expect(await verdict(await signedBy(signers), secrets)).toEqual(wanted));

  it("is signed as its specification says, whatever our own signing side does", async () => {
    const content = `msg_1.${NOW / 1000}.{}`;
    const v1 = createHmac("sha256", Buffer.from(SHARED.slice(6), "base64")).update(content).digest("base64");
    const v1a = signWith(null, Buffer.from(content), testKeys.ed.priv).toString("base64");
    const headers = { "webhook-id": "msg_1", "webhook-timestamp": `${NOW / 1000}`, "webhook-signature": `v1,${v1} v1a,${v1a}` };
    expect([await verdict(headers, [SHARED]), await verdict(headers, [OPEN])]).toEqual([ok, ok]);
  });

  it("a signature of one kind counts for nothing under the name of the other", async () => {
    const headers = await signedBy([SHARED]);
    const renamed = { ...headers, "webhook-signature": (headers["webhook-signature"] as string).replace("v1,", "v1a,") };
    expect(await verdict(renamed, [SHARED])).toEqual(no("signature_malformed"));
    expect(await verdict(renamed, [OPEN])).toEqual(no("signature_malformed"));
  });

  it.each<readonly [string, StandardWebhooksOptions | undefined, readonly string[] | undefined]>([
    ["webhook", {}, undefined],
    ["svix, where both are taken", {}, ["svix"]],
    ["svix, where only that is taken", { headers: ["svix"] }, ["svix"]],
  ])("under the headers of %s", async (_, options, words) => {
    const headers = await signedBy([SHARED], words && { headers: words });
    expect(await verdict(headers, [SHARED], options)).toEqual(ok);
  });

  it("under headers of another family is not signed at all", async () => {
    expect(await verdict(await signedBy([SHARED], { headers: ["svix"] }), [SHARED], { headers: ["webhook"] })).toEqual(no("signature_missing"));
  });

  it("under headers of both families is the first's", async () => {
    const [webhook, svix] = [await signedBy([SHARED]), await signedBy([SHARED], { headers: ["svix"] })];
    expect(await verdict({ ...svix, ...webhook }, [SHARED])).toEqual(ok);
    expect(await verdict({ ...svix, "webhook-signature": "v1,AAAA" }, [SHARED])).toEqual(no("signature_malformed"));
    // All three headers are of one family: the id of the one does not go with the signature of the other.
    const { "webhook-id": id, ...withoutId } = webhook;
    expect(await verdict({ ...withoutId, "svix-id": id as string }, [SHARED])).toEqual(no("header_missing"));
  });

  it.each([["webhook-id", "header_missing"], ["webhook-timestamp", "timestamp_missing"], ["webhook-signature", "signature_missing"]])("without %s is refused", async (name, reason) => {
    const headers = Object.fromEntries(Object.entries(await signedBy([SHARED])).filter(([one]) => one !== name));
    expect(await verdict(headers, [SHARED])).toEqual(no(reason));
  });

  it("without any key is the receiver's fault, whoever calls it", async () => {
    const check = checkOf({ headers: await signedBy([SHARED]), body: "{}", now: NOW });
    expect(await standardWebhooks().verify(check, [])).toMatchObject(no("secret_unusable"));
  });

  it("keeps its window, and another one when told", async () => {
    const headers = await signedBy([SHARED, testKeys.ed.priv]);
    for (const secret of [SHARED, OPEN]) {
      expect(await verdict(headers, [secret], {}, NOW + 301_000)).toEqual(no("timestamp_too_old"));
      expect(await verdict(headers, [secret], { tolerance: 301 }, NOW + 301_000)).toEqual(ok);
    }
  });

  it("takes a secret as text where the sender does", async () => {
    const headers = await signedBy(["plain text"], { secret: "text" });
    expect(await verdict(headers, ["plain text"], { secret: "text" })).toEqual(ok);
    expect(await verdict(headers, ["plain text"])).toMatchObject(no("secret_unusable"));
  });
});
